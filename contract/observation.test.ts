import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Observation, ObservationInput, observationKey } from '#contract/observation.ts'

const sound = {
  indicator: 'xxt.members',
  refArea: '330800',
  scope: '全市',
  timePeriod: '../2022-10',
  freq: '_Z',
  obsValue: '30000',
  bound: 'over',
  qualifier: { word: '余', place: 'afterScale' },
  scale: 10_000,
  obsStatus: 'A',
  origin: 'published',
  source: 'qz-2022-10'
}

const refusals = (change: object): string[] => {
  const result = ObservationInput.safeParse({ ...sound, ...change })
  return result.success ? [] : result.error.issues.map(({ path, code }) => `${path.join('.')} ${code}`)
}

describe('ObservationInput', () => {
  it('takes a sound observation and keeps it as it is', () => {
    expect(ObservationInput.parse(sound)).toEqual(sound)
    expect(refusals({ breakdown: { stage: 'accepted', channel: 'app' }, obsValueHigh: '35000.5', note: '口径', periodText: '今年' })).toEqual([])
    expect(refusals({ obsValue: null, obsStatus: 'O', qualifier: undefined })).toEqual([])
  })

  it.each<[string, object, string]>([
    ['a float number', { obsValue: 30000 }, 'obsValue'],
    ['0.1 + 0.2 as a float', { obsValue: 0.1 + 0.2 }, 'obsValue'],
    ['an exponent', { obsValue: '3e4' }, 'obsValue'],
    ['a comma', { obsValue: '30,000' }, 'obsValue'],
    ['a scale word', { obsValue: '3万' }, 'obsValue'],
    ['an empty value', { obsValue: '' }, 'obsValue'],
    ['a float high end', { obsValueHigh: 2.5 }, 'obsValueHigh'],
    ['a value of 41 characters', { obsValue: '1'.repeat(41) }, 'obsValue'],
    ['a region by name', { refArea: '衢州市' }, 'refArea'],
    ['a region of five digits', { refArea: '33080' }, 'refArea'],
    ['a region as a number', { refArea: 330800 }, 'refArea'],
    ['an indicator that starts with a digit', { indicator: '1st' }, 'indicator'],
    ['an indicator with a space', { indicator: 'xxt members' }, 'indicator'],
    ['a month 13', { timePeriod: '2022-13' }, 'timePeriod'],
    ['a day that does not exist', { timePeriod: '2022-02-29' }, 'timePeriod'],
    ['an unknown frequency', { freq: 'W' }, 'freq'],
    ['an unknown bound', { bound: 'about' }, 'bound'],
    ['an unknown status', { obsStatus: 'R' }, 'obsStatus'],
    ['an unknown origin', { origin: 'guessed' }, 'origin'],
    ['a scale of 1000', { scale: 1_000 }, 'scale'],
    ['a qualifier in an unknown place', { qualifier: { word: '余', place: 'somewhere' } }, 'qualifier.place'],
    ['a breakdown that is a number', { breakdown: { stage: 3 } }, 'breakdown.stage'],
    ['a breakdown by free text', { breakdown: { stage: '受理 立项' } }, 'breakdown.stage'],
    ['an empty scope', { scope: '' }, 'scope'],
    ['no source', { source: undefined }, 'source']
  ])('refuses %s', (_name, change, at) => {
    expect(refusals(change).map((refusal) => refusal.split(' ')[0])).toEqual([at])
  })

  it.each([
    ['person', '某某'],
    ['display', '3万余名'],
    ['release', 1]
  ])('refuses the extra field %s', (field, value) => {
    expect(refusals({ [field]: value })).toEqual([' unrecognized_keys'])
  })
})

describe('Observation', () => {
  it('carries its release, a positive whole number', () => {
    expect(Observation.parse({ ...sound, release: 3 }).release).toBe(3)
    expect([undefined, 0, -1, 1.5, '3'].map((release) => Observation.safeParse({ ...sound, release }).success)).toEqual([false, false, false, false, false])
  })
})

describe('observationKey', () => {
  const base = ObservationInput.parse(sound)

  it('does not depend on the order of the breakdown', () => {
    const code = fc.stringMatching(/^[a-z][a-z0-9]{0,5}$/)
    fc.assert(
      fc.property(fc.dictionary(code, code, { maxKeys: 5 }), (breakdown) => {
        const other = Object.fromEntries(Object.entries(breakdown).toReversed())
        expect(observationKey({ ...base, breakdown: other })).toBe(observationKey({ ...base, breakdown }))
      })
    )
  })

  it.each<[string, Partial<ObservationInput>]>([
    ['indicator', { indicator: 'xxt.services' }],
    ['refArea', { refArea: '330881' }],
    ['scope', { scope: '浦山村' }],
    ['timePeriod', { timePeriod: '2022-10' }],
    ['breakdown', { breakdown: { stage: 'accepted' } }]
  ])('differs by %s', (_name, change) => {
    expect(observationKey({ ...base, ...change })).not.toBe(observationKey(base))
  })

  it.each<[string, Partial<ObservationInput>]>([
    ['value', { obsValue: '1' }],
    ['origin', { origin: 'demo' }],
    ['source', { source: 'x' }],
    ['status', { obsStatus: 'P' }],
    ['an empty breakdown', { breakdown: {} }]
  ])('is the same with another %s', (_name, change) => {
    expect(observationKey({ ...base, ...change })).toBe(observationKey(base))
  })
})
