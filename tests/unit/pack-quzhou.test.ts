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
  demo.filter((o) => o.breakdown === undefined && o.indicator === indicator && o.freq === freq && (refArea === undefined || o.refArea === refArea))
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

describe('demo splits of 衢州', () => {
  const by = (indicator: string, dimension: string): ObservationInput[] =>
    demo.filter((o) => o.indicator === indicator && o.breakdown?.[dimension] !== undefined)
  const listed = (dimension: string): string[] => document.info.codeLists.find((list) => list.dimension === dimension)?.codes.map(({ code }) => code) ?? []

  it.each([
    ['xxt.services', 'service', '22340'],
    ['xxt.matters', 'department', '44'],
    ['qq.demands', 'session', '167'],
    ['zs.projects', 'channel', '518'],
    ['zb.products', 'goods', '4010']
  ])('%s by %s is whole and closes on the published figure', (indicator, dimension, total) => {
    const parts = by(indicator, dimension)
    const whole = published.find((o) => o.indicator === indicator)
    expect(parts.map(({ breakdown }) => breakdown?.[dimension])).toEqual(listed(dimension))
    expect(new Set(parts.map(({ scope, timePeriod, refArea }) => `${refArea} ${scope} ${timePeriod}`))).toEqual(
      new Set([`${whole?.refArea} ${whole?.scope} ${whole?.timePeriod}`])
    )
    expect(sum(parts)).toBe(total)
    expect(whole && closesOn(whole, sum(parts))).toBeNull()
    const off = demo.map((o) => (o === parts[0] ? { ...o, obsValue: '9999' } : o))
    expect(checkPack({ document, observations: [...published, ...off] })).toContainEqual({
      path: expect.stringContaining(indicator),
      rule: expect.stringContaining(`按 ${dimension} 分项相加与合计不合`)
    })
  })

  it('leave nine demands open, all of the last two sessions', () => {
    const open = by('qq.demands', 'session').map(({ obsValue }, i) => Number(obsValue) - Number(by('qq.answered', 'session')[i]?.obsValue))
    expect(open).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 7])
    expect(sum(by('qq.answered', 'session'))).toBe('158')
    expect(by('qq.loop', 'demandStage').map(({ obsValue }) => obsValue)).toEqual(['204', '158'])
  })

  it('never let a later stage of the projects pass an earlier one', () => {
    expect(by('zs.progress', 'progress').map(({ obsValue }) => obsValue)).toEqual(['463', '361', '236'])
  })

  it('place 49 villages, each above the published floor', () => {
    const villages = values('mz.collective', 'A')
    expect(new Set(villages.map(({ refArea, scope }) => `${refArea} ${scope}`)).size).toBe(49)
    expect(counties.map((code) => villages.filter(({ refArea }) => refArea === code).length)).toEqual(
      counties.map((code) => Number(values('mz.villages', '_Z', code)[0]?.obsValue))
    )
    expect(villages.every(({ obsValue }) => Number(obsValue) > 200_000 && Number(obsValue) < 1_000_000)).toBe(true)
    for (const [refArea, scope] of [
      ['330825', '浦山村'],
      ['330803', '西坑村'],
      ['330803', '洋坑村'],
      ['330802', '上田村']
    ])
      expect(villages.filter((o) => o.refArea === refArea && o.scope === scope)).toHaveLength(1)
  })

  it('count broadcasts by day, highest on three days', () => {
    const days = values('zb.broadcasts', 'D')
    expect(days).toHaveLength(273)
    for (const month of values('zb.broadcasts', 'M')) expect(sum(days.filter(({ timePeriod }) => timePeriod.startsWith(month.timePeriod)))).toBe(month.obsValue)
    for (const peak of ['2022-06-18', '2022-09-10', '2022-09-23']) {
      const at = days.findIndex(({ timePeriod }) => timePeriod === peak)
      const around = days.slice(at - 5, at + 6).filter(({ timePeriod }) => timePeriod !== peak)
      expect(around.every(({ obsValue }) => Number(obsValue) < Number(days[at]?.obsValue))).toBe(true)
    }
  })

  it('keep the sales by county to the members of the association', () => {
    const total = published.find(({ indicator }) => indicator === 'zb.sales')
    expect(new Set(values('zb.sales', '_Z').map(({ scope }) => scope))).toEqual(new Set([total?.scope]))
    const off = demo.map((o) => (o.indicator === 'zb.sales' && o.refArea === '330802' ? { ...o, obsValue: '1' } : o))
    expect(checkPack({ document, observations: [...published, ...off] })).toHaveLength(1)
  })

  it('say how far each county is with each of the nine mechanisms', () => {
    const states = by('jz.progress', 'mechanism')
    expect(states).toHaveLength(54)
    const counted = (value: string | null): number => states.filter(({ obsValue }) => obsValue === value).length
    expect(['done', 'going', 'none', null].map(counted)).toEqual([45, 7, 1, 1])
  })

  it.each([
    ['jz.national', '5'],
    ['jz.provincial', '8']
  ])('%s by month adds up to the published number', (indicator, total) => {
    expect(values(indicator, 'M')).toHaveLength(10)
    expect(sum(values(indicator, 'M'))).toBe(total)
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
