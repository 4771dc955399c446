import { describe, expect, it } from 'vitest'
import { model, options, summary, table, type SeatsModel } from '#charts/seats.ts'
import type { ObservationInput } from '#contract/observation.ts'
import { madeUpPack, told } from '#tests/support/made-up-pack.ts'
import { dataOf } from '#tests/support/panel-data.ts'
import { withPanel } from '#tests/support/with-panel.ts'

const seatsOf = (more: Partial<ObservationInput> | null): SeatsModel | null => {
  const pack = madeUpPack(1, more === null ? [] : [told(0, { refArea: '100000', scope: '全市', ...more })])
  const needs = [{ indicator: 'served', area: 'root', freq: '_Z' }]
  return model(dataOf(withPanel(pack, needs), 'p', options, { options: { indicator: 'served', note: '一席一家\n同桌' } }))
}
/** Of a seat's arc, in degrees. */
const endsOf = (path: string): number[] => {
  const [, x1 = 0, y1 = 0, x2 = 0, y2 = 0] = (/^M([-\d.]+) ([-\d.]+)A1 1 0 \d 1 ([-\d.]+) ([-\d.]+)$/.exec(path) ?? []).map(Number)
  return [Math.atan2(y1, x1), Math.atan2(y2, x2)].map((angle) => ((angle * 180) / Math.PI + 360) % 360)
}

describe('seats at one table', () => {
  it('are as many as the figure says, and all alike', () => {
    const seats = seatsOf({ obsValue: '6' })?.seats ?? []
    const widths = seats.map((seat) => {
      const [from = 0, to = 0] = endsOf(seat)
      return Math.round((to - from + 360) % 360)
    })
    expect(widths).toEqual([43, 43, 43, 43, 43, 43])
    expect(seatsOf({ obsValue: '5' })?.seats).toHaveLength(5)
    expect(seatsOf({ obsValue: '1' })?.seats).toHaveLength(1)
  })

  it('are none where there is no number, and the figure says why', () => {
    expect(seatsOf({ obsValue: null })).toMatchObject({ seats: [], figure: { observation: { obsStatus: 'O' } } })
    expect(seatsOf({ obsValue: '0' })?.seats).toEqual([])
    expect(seatsOf({ obsValue: '98765432.1' })?.seats).toEqual([])
    expect(seatsOf(null)).toBeNull()
  })

  it('are solid unless the figure is demo', () => {
    expect(seatsOf({ obsValue: '6' })?.demo).toBe(false)
    expect(seatsOf({ obsValue: '6', origin: 'demo' })?.demo).toBe(true)
  })

  it('can be read', () => {
    const seats = seatsOf({ obsValue: '6' })
    expect(seats && summary(seats)).toBe('served6件，一席一家，同桌')
    expect(seats && table(seats).rows).toEqual([['served', '6件', '截至2022年10月', '已报送']])
  })
})
