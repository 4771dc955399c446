import type { Pack } from '#server/pack/pack.ts'
import { tinyFigure, tinyPack } from '#server/testing/tiny-pack.ts'

const county = (refArea: string, obsValue: string) => tinyFigure({ indicator: 'services', refArea, scope: '全区', obsValue, origin: 'demo', source: 'demo' })

/** The tiny pack with a figure for every rule: parts of a total, each bound, a missing value, a breakdown. */
export function smallPack(): Pack {
  const { document, observations } = tinyPack()
  const [kpi] = document.scenes[0]?.panels ?? []
  kpi?.needs.push({ indicator: 'services', area: 'children', freq: '_Z' }, { indicator: 'rate', area: 'self', freq: '_Z' })
  return {
    document,
    observations: [
      ...observations,
      county('330802', '100'),
      county('330803', '67'),
      tinyFigure({ timePeriod: '2021', obsValue: '30000', bound: 'over', scale: 10_000, qualifier: { word: '余', place: 'afterScale' } }),
      tinyFigure({ indicator: 'rate', timePeriod: '2020/2022', obsValue: '15', obsValueHigh: '20', bound: 'range' }),
      tinyFigure({
        timePeriod: '_T',
        obsValue: '10000000',
        bound: 'magnitude',
        scale: 10_000_000,
        qualifier: { word: '上', place: 'beforeNumber' }
      }),
      tinyFigure({ indicator: 'rate', refArea: '330802', scope: '全区', obsValue: null, obsStatus: 'O' }),
      tinyFigure({ indicator: 'monthly', refArea: '330803', scope: '全区', timePeriod: '2022-09/2022-10', obsValue: '7', origin: 'demo', source: 'demo' }),
      tinyFigure({ indicator: 'rate', breakdown: { channel: 'app' }, obsValue: '50' })
    ]
  }
}
