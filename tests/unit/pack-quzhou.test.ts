import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { closesOn } from '#contract/bound.ts'
import { divideDecimal, multiplyDecimal, sumDecimals } from '#contract/decimal.ts'
import type { ObservationInput } from '#contract/observation.ts'
import { PackDocument, PackObservations } from '#contract/pack.ts'
import { checkPack } from '#contract/pack-rules.ts'
import { phrase } from '#format/phrase.ts'
import { demoText, generateDemo } from '#scripts/demo/generate.ts'
import { readInputs } from '#scripts/demo/read-inputs.ts'
import { FiguresFile, toObservations } from '#scripts/published.ts'

const PACK = 'packs/quzhou'
const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))
const inPack = (file: string): unknown => read(`${PACK}/${file}`)

const document = PackDocument.parse({
  info: inPack('pack.json'),
  regions: inPack('regions.json'),
  indicators: inPack('indicators.json'),
  scenes: readdirSync(`${PACK}/scenes`)
    .filter((file) => file.endsWith('.json'))
    .map((file) => inPack(`scenes/${file}`)),
  boundaries: inPack('boundaries.geo.json')
})
const published = PackObservations.parse(inPack('published.json'))
const demo = PackObservations.parse(inPack('demo.json'))
const figures = read('tests/fixtures/published-figures.json')
const oracle = z.object({ figures: z.array(z.object({ code: z.string(), name: z.string(), display: z.string() })) }).parse(figures)

const counties = document.regions.filter(({ parent }) => parent === document.info.root).map(({ code }) => code)
const values = (indicator: string, freq: ObservationInput['freq'], refArea?: string): ObservationInput[] =>
  demo.filter((o) => o.indicator === indicator && o.freq === freq && (refArea === undefined || o.refArea === refArea))
const sum = (observations: readonly ObservationInput[]): string => sumDecimals(observations.flatMap(({ obsValue }) => obsValue ?? []))

describe('published figures of 衢州', () => {
  it('are the data file, converted', () => {
    expect(published).toEqual(toObservations(figures))
    expect(FiguresFile.parse(figures).figures).toHaveLength(51)
  })

  it.each(oracle.figures)('$code reads $display', ({ code, name, display }) => {
    const observation = published.find((o) => o.indicator === code)
    const indicator = document.indicators.find(({ id }) => id === code)
    expect(indicator?.name).toBe(name)
    expect(observation && indicator && phrase(observation, indicator.unitMeasure)).toBe(display)
  })
})

describe('the pack of 衢州', () => {
  it('breaks no rule', () => {
    expect(checkPack({ document, observations: [...published, ...demo] })).toEqual([])
    expect(checkPack({ document, observations: published })).toEqual([])
  })

  it('has no calendar, so nothing in it can go stale', () => {
    expect(document.indicators.filter(({ calendar }) => calendar !== undefined)).toEqual([])
  })

  it('gives a short name only where it is another one', () => {
    expect(document.indicators.filter(({ name, shortName }) => shortName === name)).toEqual([])
  })

  it('notices one county that is one off', () => {
    const off = demo.map((o) => (o.indicator === 'xxt.projects' && o.refArea === '330802' ? { ...o, obsValue: '149' } : o))
    const findings = checkPack({ document, observations: [...published, ...off] })
    expect(findings).toContainEqual({ path: 'observations[330800|xxt.projects|全市|../2022-10|]', rule: '各地相加与合计不合：分项之和 959 不等于 958' })
  })
})

describe('demo figures of 衢州', () => {
  it('come out of the generator to the byte', () => {
    expect(demoText(generateDemo(readInputs(PACK)))).toBe(readFileSync(`${PACK}/demo.json`, 'utf8'))
  })

  it('say demo, all of them', () => {
    expect(
      demo.every(({ origin, source, obsStatus, obsValue }) => origin === 'demo' && source === 'demo' && obsStatus === (obsValue === null ? 'O' : 'A'))
    ).toBe(true)
  })

  it.each([
    'xxt.members',
    'xxt.services',
    'xxt.projects',
    'xxt.investment',
    'xxt.loanAmount',
    'xxt.loanProjects',
    'zs.projects',
    'zs.investment',
    'qq.countyPlatforms',
    'qq.countyEvents',
    'zb.sales',
    'st.canteens',
    'st.points',
    'mz.villages'
  ])('%s closes by county, whatever the scope of the total', (indicator) => {
    const total = published.find((o) => o.indicator === indicator)
    const parts = values(indicator, '_Z').filter((o) => o.timePeriod === total?.timePeriod)
    expect(parts.map(({ refArea }) => refArea)).toEqual(counties)
    expect(total && closesOn(total, sum(parts))).toBeNull()
  })

  it('split each month of services and loans without a remainder', () => {
    for (const indicator of ['xxt.services', 'xxt.loanAmount']) {
      for (const city of values(indicator, 'M', document.info.root)) {
        expect(sum(values(indicator, 'M').filter((o) => o.timePeriod === city.timePeriod && counties.includes(o.refArea)))).toBe(city.obsValue)
      }
    }
  })

  it('show the running total of loans', () => {
    const months = values('xxt.loanAmount', 'M', document.info.root)
    const running = months.map((_, i) => divideDecimal(sum(months.slice(0, i + 1)), '100000000', 2))
    expect(running.map(Number)).toEqual([0.6, 1.3, 2.1, 3.2, 4.4, 5.8, 7.2, 8.7, 10.3, 12.1, 14.1, 16.7, 19.6, 22.8, 26.2, 29.4, 32.7, 35.82])
  })
})

describe('the league of 衢州', () => {
  const composite = document.indicators.find(({ id }) => id === 'ls.score')?.composite

  function score(refArea: string, month: string): string | null {
    const parts = (composite?.inputs ?? []).flatMap(({ indicator, weight }) => {
      const value = values(indicator, 'M', refArea).find((o) => o.timePeriod === month)?.obsValue ?? null
      return value === null ? [] : [{ weight, points: multiplyDecimal(weight, value) }]
    })
    const enough = composite !== undefined && parts.length >= composite.inputs.length - composite.maxMissing
    return enough ? divideDecimal(sumDecimals(parts.map(({ points }) => points)), sumDecimals(parts.map(({ weight }) => weight)), 1) : null
  }

  const months = [...new Set(values('ls.services', 'M').map(({ timePeriod }) => timePeriod))].toSorted()
  const rank = (refArea: string, month: string): number | null => {
    const own = score(refArea, month)
    return own === null ? null : counties.filter((code) => Number(score(code, month)) > Number(own)).length + 1
  }

  it.each([
    ['330881', [3, 2, 2, 1, 1, 1, 2, 1, 1, 1, 1, 1]],
    ['330825', [1, 1, 1, 2, 2, 2, 1, 2, 2, 2, 2, 4]],
    ['330803', [4, 4, 3, 3, 4, 4, 3, 3, 3, 3, 3, 2]],
    ['330802', [2, 3, 4, 4, 3, 3, 4, 5, 4, 4, 4, 5]],
    ['330824', [6, 6, 6, 5, 5, 5, 5, 3, 5, 5, 5, 3]],
    ['330822', [5, 5, 5, 6, null, 6, 6, 6, 6, 6, 6, 6]]
  ])('%s holds its place month by month', (refArea, places) => {
    expect(months.map((month) => rank(refArea, month))).toEqual(places)
  })

  it('has the last two composites of the design', () => {
    expect(counties.map((code) => score(code, '2022-09'))).toEqual(['86.6', '88.9', '83.9', '85.8', '89.8', '91.6'])
    expect(counties.map((code) => score(code, '2022-10'))).toEqual(['86.3', '90.8', '84.7', '88.9', '87.6', '92.4'])
  })

  it('ties two counties in 2022-06 to the digit and stores no composite', () => {
    expect(score('330803', '2022-06')).toBe(score('330824', '2022-06'))
    expect(values('ls.score', 'M')).toEqual([])
  })
})
