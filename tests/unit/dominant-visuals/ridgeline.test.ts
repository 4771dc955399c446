import { describe, expect, it } from 'vitest'
import { layout } from '#charts/ridgeline-layout.ts'
import { option } from '#charts/ridgeline-option.ts'
import { model, options } from '#charts/ridgeline.ts'
import type { Snapshot } from '#contract/snapshot.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { reported } from '#mocks/fixtures/reported.ts'
import { THEMES } from '#tokens/themes.ts'
import { must } from '#tests/support/panel-data.ts'
import { flat, itemsOf, type Item } from '#tests/support/render-items.ts'
import { brokenIn, hollowIn, meeting, outside, wordsIn } from './marks.ts'
import { reportedWhere, withMonths } from './reshape.ts'
import { FRAME_NAMES, inkIn, markupOf, visualOf } from './visual.ts'

/** Head above; names of months on the left, their totals on the right. */
const AROUND = { top: 5, left: 5, right: 9 }
const { bg0 } = THEMES.ink

const ridgesOf = (snapshot: Snapshot) => {
  const { data, room } = visualOf(snapshot, 'zhibo', 'ridges', options, AROUND)
  return { ridge: must(model(data)), room }
}

/** The ordinary up and down, with three days that stand out. */
const wavy = (month: number, day: number): number => 90 + ((month * 31 + day * 17) % 40) + (month % 4 === 1 && day % 15 === 0 ? 400 : 0)

const CASES: readonly (readonly [string, () => Snapshot, number])[] = [
  ['1 month', () => withMonths(normal(), 1, wavy), 1],
  ['3 months', () => withMonths(normal(), 3, wavy), 3],
  ['9 months', normal, 9],
  ['12 months', () => withMonths(normal(), 12, wavy), 12],
  ['12 months, the first of them the highest', () => withMonths(normal(), 12, (month) => (month === 1 ? 900 : 30)), 12]
]

describe.each(FRAME_NAMES)('the ridges on the %s', (frame) => {
  it.each(CASES)('are %s on one scale, each on its own line, all inside', (_, fixture, count) => {
    const { ridge, room } = ridgesOf(fixture())
    const size = room(frame)
    const { months, step } = layout(ridge, size)
    expect(months).toHaveLength(count)
    const days = months.flatMap(({ base, runs }) => runs.flat().map((place) => ({ ...place, up: base - place.y })))
    const unit = must(days[0]).up / must(days[0]).day.value
    for (const { up, day } of days) expect(up / day.value).toBeCloseTo(unit, 6)
    expect(days).toHaveLength(ridge.months.reduce((sum, { length }) => sum + length, 0))
    expect(
      outside(
        days.map(({ x, y }) => ({ x, y, width: 0, height: 0 })),
        size
      )
    ).toEqual([])
    months.slice(1).forEach(({ base }, index) => expect(base - must(months[index]).base).toBeCloseTo(step, 6))
    expect(step).toBeGreaterThan(1.3 * size.rem)
  })

  it.each(CASES)('keep the words of %s apart and inside', (_, fixture) => {
    const { ridge, room } = ridgesOf(fixture())
    const size = room(frame)
    const words = wordsIn(option(ridge, inkIn(size)), size)
    expect(meeting(words)).toEqual([])
    expect(outside(words, size)).toEqual([])
    expect(brokenIn(option(ridge, inkIn(size)))).toEqual([])
  })
})

describe('the ridges of other data', () => {
  const size = ridgesOf(normal()).room('wall')
  const monthsIn = (snapshot: Snapshot): Item[][] => itemsOf(option(ridgesOf(snapshot).ridge, inkIn(size)), 'months', (point) => [...point]).map(flat)

  it('run along the zero line where there was none, and break where nothing is told', () => {
    const zeros = ridgesOf(withMonths(normal(), 3, () => 0)).ridge
    const flatMonths = layout(zeros, size).months
    for (const { base, runs } of flatMonths) for (const { y } of runs.flat()) expect(y).toBe(base)
    expect(zeros.months.map(({ totalText }) => totalText)).toEqual(['0', '0', '0'])
    expect(brokenIn(option(zeros, inkIn(size)))).toEqual([])
    const broken = layout(ridgesOf(withMonths(normal(), 3, (month, day) => (month === 2 && day > 9 && day < 15 ? null : 80))).ridge, size)
    expect(broken.months.map(({ runs }) => runs.length)).toEqual([1, 2, 1])
    expect(must(broken.months[1]).runs.flat()).toHaveLength(23)
  })

  it('leave a line empty for a month that nothing is told of', () => {
    const { ridge } = ridgesOf(withMonths(normal(), 3, (month) => (month === 2 ? null : 80)))
    expect(layout(ridge, size).months.map(({ runs }) => runs.length)).toEqual([1, 0, 1])
  })

  it('turn solid where they are reported, month by month', () => {
    const hollow = (snapshot: Snapshot): boolean[] => monthsIn(snapshot).map((month) => hollowIn(month, bg0).length > 0)
    expect(hollow(normal())).toEqual(Array.from({ length: 9 }, () => true))
    expect(hollow(reported())).toEqual(Array.from({ length: 9 }, () => false))
    const may = hollow(reportedWhere(normal(), ({ timePeriod }) => timePeriod.startsWith('2022-05')))
    expect(may.map((is) => !is)).toEqual([false, false, false, false, true, false, false, false, false])
  })

  it('say 演示 as long as something is', () => {
    expect(markupOf(normal(), 'zhibo', 'ridges')).toContain('演示')
    expect(markupOf(reported(), 'zhibo', 'ridges')).not.toContain('演示')
  })
})
