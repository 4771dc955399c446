import { describe, expect, it } from 'vitest'
import { option } from '#charts/rank-history-option.ts'
import { model, options } from '#charts/rank-history.ts'
import type { Snapshot } from '#contract/snapshot.ts'
import { eleven, three } from '#mocks/fixtures/counties.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { reported } from '#mocks/fixtures/reported.ts'
import { THEMES } from '#tokens/themes.ts'
import { changed, must } from '#tests/support/panel-data.ts'
import { flat, itemsOf, type Item } from '#tests/support/render-items.ts'
import { boxOf, brokenIn, circlesOf, hollowIn, meeting, outside, overlapping, wordsIn } from './marks.ts'
import { reportedWhere } from './reshape.ts'
import { FRAME_NAMES, inkIn, markupOf, visualOf, type Room } from './visual.ts'

/** The table takes the right half. */
const TABLE = { right: 57 }
const { bg0 } = THEMES.ink

const leagueOf = (snapshot: Snapshot) => {
  const { data, room } = visualOf(snapshot, 'liangshai', 'league', options, TABLE)
  return { league: must(model(data)), room }
}

/** Months and rows in px, as the grid of the option has them. */
function ranksIn(snapshot: Snapshot, size: Room): Item[] {
  const { league } = leagueOf(snapshot)
  const made = option(league, inkIn(size))
  const { left, right, top, bottom } = made['grid'] as Record<'left' | 'right' | 'top' | 'bottom', number>
  const [across, down] = [size.width - left - right, size.height - top - bottom]
  const coord = ([month = 0, row = 0]: readonly number[]): number[] => [
    left + (month * across) / Math.max(1, league.months.length - 1),
    top + ((row + 0.5) * down) / league.rows.length
  ]
  return itemsOf(made, 'ranks', coord).flatMap(flat)
}

/** All of one area's scores equal to another's: ties everywhere. */
const equalled = (snapshot: Snapshot): Snapshot => changed(snapshot, (o) => (o.indicator.startsWith('ls.') && o.freq === 'M' ? { ...o, obsValue: '80' } : o))
const missing = (snapshot: Snapshot): Snapshot =>
  changed(snapshot, (o) => (o.indicator.startsWith('ls.') && o.refArea === '330824' ? { ...o, obsValue: null, obsStatus: 'O' } : o))

const CASES: readonly (readonly [string, () => Snapshot, number])[] = [
  ['3 counties', three, 3],
  ['6 counties', normal, 6],
  ['11 counties', eleven, 11]
]

describe.each(FRAME_NAMES)('the league on the %s', (frame) => {
  it.each(CASES)('has a line for each of %s and a dot for each month with a rank, none on another', (_, fixture, count) => {
    const { league, room } = leagueOf(fixture())
    const size = room(frame)
    const dots = circlesOf(ranksIn(fixture(), size))
    expect([league.lines.length, league.rows.length]).toEqual([count, count])
    expect(dots).toHaveLength(league.lines.flatMap(({ points }) => points.filter((point) => point !== null)).length)
    expect(overlapping(dots)).toEqual([])
    expect(outside(dots.map(boxOf), size)).toEqual([])
  })

  it.each(CASES)('keeps the words of %s apart and inside', (_, fixture) => {
    const { league, room } = leagueOf(fixture())
    const size = room(frame)
    const words = wordsIn(option(league, inkIn(size)), size)
    expect(meeting(words)).toEqual([])
    expect(outside(words, size)).toEqual([])
    expect(brokenIn(option(league, inkIn(size)))).toEqual([])
  })

  it('stands when all are equal', () => {
    const { league, room } = leagueOf(equalled(normal()))
    const size = room(frame)
    expect(overlapping(circlesOf(ranksIn(equalled(normal()), size)))).toEqual([])
    expect(outside(wordsIn(option(league, inkIn(size)), size), size)).toEqual([])
  })
})

describe('the league of other data', () => {
  const { room } = leagueOf(normal())
  const size = room('wall')

  it('gives no rank to who has not reported, and never a last one', () => {
    const { league } = leagueOf(missing(normal()))
    const row = must(league.rows.find(({ region }) => region.code === '330824'))
    expect([row.rank, row.score, row.cells.map(({ absence }) => absence)]).toEqual([null, null, ['缺报', '缺报', '缺报', '缺报', '缺报']])
    expect(league.lines.find(({ region }) => region.code === '330824')?.points.every((point) => point === null)).toBe(true)
    const words = wordsIn(option(league, inkIn(size)), size)
    expect(words.map(({ text }) => text)).toContain('缺报')
    expect(meeting(words)).toEqual([])
  })

  it('ranks a score of 0 as one', () => {
    const zero = changed(normal(), (o) => (o.indicator.startsWith('ls.') && o.refArea === '330824' ? { ...o, obsValue: '0' } : o))
    const row = must(leagueOf(zero).league.rows.find(({ region }) => region.code === '330824'))
    expect([row.rank, row.score, row.cells.every(({ share, points }) => share === 0 && points !== null)]).toEqual([6, '0.0', true])
  })

  it('turns solid where it is reported, county by county', () => {
    const dots = (snapshot: Snapshot): Item[] => ranksIn(snapshot, size).filter(({ type }) => type === 'circle')
    const hollow = (snapshot: Snapshot): number => hollowIn(dots(snapshot), bg0).length
    const dashes = (snapshot: Snapshot): number => ranksIn(snapshot, size).filter(({ type, style }) => type === 'path' && style?.lineDash !== undefined).length
    expect(hollow(normal())).toBe(dots(normal()).length)
    expect([hollow(reported()), dashes(reported())]).toEqual([0, 0])
    const partly = reportedWhere(normal(), ({ refArea }) => refArea === '330881')
    expect(dots(partly).length - hollow(partly)).toBe(12)
    // Eleven ways between twelve months, and one into the table.
    expect(dashes(partly)).toBe(dashes(normal()) - 12)
  })

  it('says 演示 as long as something is', () => {
    expect(markupOf(normal(), 'liangshai', 'league')).toContain('演示')
    expect(markupOf(reported(), 'liangshai', 'league')).not.toContain('演示')
  })
})
