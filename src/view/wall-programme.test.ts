import { describe, expect, it } from 'vitest'
import type { WallSettings } from '#contract/wall.ts'
import { programmeAt, type ProgrammeInput } from '#view/wall-programme.ts'

const SCENES = ['zonglan', 'minzu', 'shitang']
const at = (iso: string): number => Date.parse(iso)
const play = [{ scene: 'zonglan' }]
const shown = (iso: string, settings: Partial<WallSettings>, more: Partial<ProgrammeInput> = {}) =>
  programmeAt({ settings: { play, ...settings }, url: {}, now: at(iso), openedAt: at(iso), timeZone: 'Asia/Shanghai', scenes: SCENES, ...more })
const iso = (instant: number | null): string | null => (instant === null ? null : new Date(instant).toISOString().replace('.000', ''))
const night = (from: string, to: string, days?: number[]) => ({ night: [{ from, to, dim: 0.5, ...(days === undefined ? {} : { days }) }] })

describe('what is played', () => {
  const slot = { from: '08:00', to: '18:00', play: [{ scene: 'minzu', seconds: 15 }] }
  const noon = '2022-10-26T12:00:00+08:00'

  it.each<[string, Partial<WallSettings>, ProgrammeInput['url'], string[]]>([
    ['the round of the pack', {}, {}, ['zonglan']],
    ['a slot that is on', { schedule: [slot] }, {}, ['minzu']],
    ['the first of two', { schedule: [slot, { ...slot, play: [{ scene: 'shitang' }] }] }, {}, ['minzu']],
    ['no slot of another day', { schedule: [{ ...slot, days: [1, 2, 4, 5, 6, 7] }] }, {}, ['zonglan']],
    ['the address before all', { schedule: [slot] }, { play: [{ scene: 'shitang' }] }, ['shitang']],
    ['only known scenes of the address', {}, { play: [{ scene: 'gone' }, { scene: 'minzu' }] }, ['minzu']],
    ['the pack for an address without a known one', {}, { play: [{ scene: 'gone' }] }, ['zonglan']],
    ['the round for a slot without a known one', { schedule: [{ ...slot, play: [{ scene: 'gone' }] }] }, {}, ['zonglan']],
    ['all scenes for a round without a known one', { play: [{ scene: 'gone' }] }, {}, SCENES]
  ])('is %s', (_name, settings, url, scenes) => {
    expect(shown(noon, settings, { url }).stops.map(({ scene }) => scene)).toEqual(scenes)
  })

  it('is every scene where the pack says nothing', () => {
    const input = { settings: undefined, url: {}, now: at(noon), openedAt: at(noon), timeZone: 'Asia/Shanghai' }
    expect(programmeAt({ ...input, scenes: SCENES })).toEqual({ stops: SCENES.map((scene) => ({ scene })), pinned: null, dim: 0, nextChange: null })
    expect(programmeAt({ ...input, scenes: [] }).stops).toEqual([])
  })
})

describe('hours', () => {
  it.each([
    ['before midnight', '2022-10-26T21:59:59+08:00', 0, '2022-10-26T14:00:00Z'],
    ['at its beginning', '2022-10-26T22:00:00+08:00', 0.5, '2022-10-26T22:30:00Z'],
    ['at midnight', '2022-10-27T00:00:00+08:00', 0.5, '2022-10-26T22:30:00Z'],
    ['at its end', '2022-10-27T06:30:00+08:00', 0, '2022-10-27T14:00:00Z'],
    ['over New Year', '2022-12-31T23:59:59+08:00', 0.5, '2022-12-31T22:30:00Z'],
    ['in the new year', '2023-01-01T00:00:00+08:00', 0.5, '2022-12-31T22:30:00Z']
  ])('over midnight: %s', (_name, now, dim, next) => {
    const { dim: found, nextChange } = shown(now, night('22:00', '06:30'))
    expect([found, iso(nextChange)]).toEqual([dim, next])
  })

  // 2022-10-30 was a Sunday.
  it.each([
    ['Sunday evening', '2022-10-30T23:00:00+08:00', 0.5],
    ['the Monday after', '2022-10-31T06:00:00+08:00', 0.5],
    ['Monday evening', '2022-10-31T23:00:00+08:00', 0],
    ['Sunday morning', '2022-10-30T06:00:00+08:00', 0]
  ])('of Sunday reach into Monday: %s', (_name, now, dim) => {
    expect(shown(now, night('22:00', '06:30', [7])).dim).toBe(dim)
  })

  it('come round in a week', () => {
    expect(iso(shown('2022-10-31T06:30:00+08:00', night('22:00', '06:30', [7])).nextChange)).toBe('2022-11-06T14:00:00Z')
  })

  it('take the darkest of several nights', () => {
    const settings = {
      night: [
        { from: '20:00', to: '06:00', dim: 0.2 },
        { from: '23:00', to: '05:00', dim: 0.6 }
      ]
    }
    expect(['21:00', '23:30', '05:30', '07:00'].map((time) => shown(`2022-10-26T${time}:00+08:00`, settings).dim)).toEqual([0.2, 0.6, 0.2, 0])
  })

  it.each([
    ['a day of 23 hours', '2023-03-25T22:00:00+01:00', '2023-03-26T04:30:00Z', 7.5],
    ['a day of 25 hours', '2023-10-28T22:00:00+02:00', '2023-10-29T05:30:00Z', 9.5],
    ['any other', '2023-06-10T22:00:00+02:00', '2023-06-11T04:30:00Z', 8.5]
  ])('end by the clock on %s', (_name, begin, end, hours) => {
    const { dim, nextChange } = shown(begin, night('22:00', '06:30'), { timeZone: 'Europe/Berlin' })
    expect([dim, iso(nextChange), ((nextChange ?? 0) - at(begin)) / 3_600_000]).toEqual([0.5, end, hours])
  })

  it('that begin in the hour that is left out begin after it', () => {
    expect(shown('2023-03-26T01:29:59Z', night('02:30', '05:00'), { timeZone: 'Europe/Berlin' }).dim).toBe(0)
    expect(shown('2023-03-26T01:30:00Z', night('02:30', '05:00'), { timeZone: 'Europe/Berlin' }).dim).toBe(0.5)
  })
})

describe('pins', () => {
  const pins = [{ scene: 'minzu', region: '330881', from: '2022-10-26T09:00', until: '2022-10-26T18:00' }]

  it.each([
    ['2022-10-26T08:59:59+08:00', null, '2022-10-26T01:00:00Z'],
    ['2022-10-26T09:00:00+08:00', 'minzu', '2022-10-26T10:00:00Z'],
    ['2022-10-26T18:00:00+08:00', null, null]
  ])('of the pack at %s', (now, scene, next) => {
    const { pinned, nextChange } = shown(now, { pins })
    expect([pinned?.scene ?? null, iso(nextChange)]).toEqual([scene, next])
    if (pinned !== null) expect(pinned).toEqual({ scene: 'minzu', region: '330881', until: at('2022-10-26T10:00:00Z') })
  })

  it('of the address win', () => {
    const url = { pin: { scene: 'shitang', until: { local: '2022-10-26T12:00' } } }
    expect(shown('2022-10-26T10:00:00+08:00', { pins }, { url }).pinned).toEqual({ scene: 'shitang', until: at('2022-10-26T12:00:00+08:00') })
    expect(shown('2022-10-26T12:00:00+08:00', { pins }, { url }).pinned?.scene).toBe('minzu')
  })

  it('until a time mean the day on which the wall was opened', () => {
    const url = { pin: { scene: 'shitang', until: { time: '18:00' } } }
    const opened = at('2022-10-26T17:00:00+08:00')
    const pinned = (now: string, openedAt = opened) => shown(now, {}, { url, openedAt }).pinned
    expect(pinned('2022-10-26T17:59:59+08:00')).toEqual({ scene: 'shitang', until: at('2022-10-26T18:00:00+08:00') })
    expect(pinned('2022-10-26T18:00:00+08:00')).toBeNull()
    expect(pinned('2022-10-27T17:00:00+08:00')).toBeNull()
    expect(pinned('2022-10-26T19:00:00+08:00', at('2022-10-26T19:00:00+08:00'))).toBeNull()
  })

  it('of a scene that is gone hold nothing', () => {
    expect(shown('2022-10-26T10:00:00+08:00', { pins: [{ scene: 'gone', until: '2022-10-26T12:00' }, ...pins] }).pinned?.scene).toBe('minzu')
    expect(shown('2022-10-26T10:00:00+08:00', {}, { url: { pin: { scene: 'gone', until: { time: '18:00' } } } })).toMatchObject({
      pinned: null,
      nextChange: null
    })
  })
})
