import { describe, expect, it } from 'vitest'
import { model, type SkylineModel, type SkylineOptions } from '#charts/skyline.ts'
import { layout as rowsOf, type SkylineLayout } from '#charts/skyline-layout.ts'
import type { SkylineBox } from '#charts/skyline-rows.ts'
import type { ObservationInput } from '#contract/observation.ts'
import { must } from '#tests/support/panel-data.ts'
import { areaOf, count, floor, forecast, skylineData, village, villages } from '#tests/support/villages.ts'

const box: SkylineBox = { width: 1300, height: 460, rem: 16, leaders: false, rows: false }
const leaders = { columns: 3, gap: 2 }
const sky = (observations: readonly ObservationInput[], more?: Partial<SkylineOptions>, counties?: number): SkylineModel =>
  must(model(skylineData(observations, more, counties)))
const layout = (own: SkylineModel, place: SkylineBox): SkylineLayout => must(rowsOf(own, place)[0])
const spread = (total: number, counties: number): number[] => Array.from({ length: counties }, (_, index) => Math.ceil((total - index) / counties))

/** No column on another, none outside. */
function expectApart({ columns, right }: SkylineLayout): void {
  columns.forEach(({ x, width }, index) => {
    const next = columns[index + 1]
    expect(x + width).toBeLessThanOrEqual((next?.x ?? right) + 0.5)
    expect(width).toBeGreaterThan(1)
  })
}

describe('the places of columns', () => {
  it.each([
    [12, 3],
    [49, 6],
    [120, 11]
  ])('are apart for %d in %d areas, and no name stands on another', (total, counties) => {
    const { groups, ...rest } = layout(sky([floor, ...villages(spread(total, counties))], {}, counties), box)
    expectApart({ groups, ...rest })
    for (const line of new Set(groups.map(({ labelY }) => labelY))) {
      const inLine = groups.filter(({ labelY }) => labelY === line)
      inLine.forEach(({ labelX }, index) => expect((inLine[index + 1]?.labelX ?? rest.right + 1) - labelX).toBeGreaterThan(4 * 16))
    }
  })

  it('have zero at the base and the floor where its value is', () => {
    const places = layout(sky([floor, ...villages([1], { obsValue: '100' })]), box)
    const [column] = places.columns
    expect(places.yOf(0)).toBe(places.base)
    expect(must(column).top).toBe(places.yOf(100))
    expect((places.base - must(places.floor)) / (places.base - must(column).top)).toBeCloseTo(0.2, 6)
  })

  it('go below the base for what is less than nothing', () => {
    const places = layout(sky([floor, ...villages([1], { obsValue: '-10' }), ...villages([0, 1])]), box)
    expect(places.yOf(-10)).toBeGreaterThan(places.base)
    expect(places.yOf(-10)).toBeLessThan(box.height)
  })

  it('are not wider than a column needs where there are few', () => {
    expect(must(layout(sky(villages([1, 1, 1])), box).columns[0]).width).toBeLessThan(3 * 16)
  })

  it('leave out the half step where the floor is named', () => {
    expect(layout(sky([floor, ...villages([1], { obsValue: '39' })]), box).ticks.map(({ text }) => text)).toEqual(['40件'])
    expect(layout(sky([floor, ...villages([1], { obsValue: '100' })]), box).ticks.map(({ text }) => text)).toEqual(['50', '100件'])
  })
})

describe('words over columns', () => {
  const models = [
    { area: areaOf(0), places: ['村0'] },
    { area: areaOf(0), places: ['村1'] },
    { area: areaOf(1), places: ['村2'] }
  ]

  it('stand over all that is under them, and not on each other', () => {
    const { labels, columns } = layout(sky([floor, ...villages([6, 6])], { models }), box)
    expect(labels.map(({ text }) => text)).toEqual(['村0', '村1', '村2'])
    for (const { x, y } of labels) for (const { top } of columns.filter((place) => place.x < x && place.x + place.width > x)) expect(y).toBeLessThan(top)
    const [first, second] = labels
    if (Math.abs(must(first).x - must(second).x) < 32) expect(Math.abs(must(first).y - must(second).y)).toBeGreaterThanOrEqual(1.6 * 16)
  })

  it('begin with the title of the story where no leader goes to it and the stories stand apart', () => {
    const named = models.map((one, index) => ({ ...one, display: `模式${index}` }))
    const own = sky([floor, ...villages([6, 6]), forecast(1, '村2')], { models: named })
    const words = (more: Partial<SkylineBox>): string[] => {
      const { labels, aheads } = layout(own, { ...box, ...more })
      return [...labels.map(({ text }) => text), ...aheads.map(({ name }) => name)]
    }
    expect(words({})).toEqual(['模式0 村0', '模式1 村1', '模式2 村2'])
    expect(words({ leaders: true })).toEqual(['村0', '村1', '村2'])
    expect(words({ rows: true })).toEqual(['村0', '村1', '村2'])
  })

  it('name a forecast by its own phrase only, within the panel', () => {
    const last = [village(2, 0, { scope: '村尾' })]
    const { labels, aheads } = layout(sky([floor, ...villages([6, 6]), ...last, forecast(2, '村尾')], { models: [{ area: areaOf(2), places: ['村尾'] }] }), box)
    expect(labels).toEqual([])
    expect(aheads).toHaveLength(1)
    expect(must(aheads[0]).to).toBeLessThanOrEqual(box.width)
    expect(must(aheads[0]).from).toBeLessThan(must(aheads[0]).place.x)
  })
})

describe('leaders', () => {
  const models = [0, 1, 2].map((county) => ({ area: areaOf(county), places: ['村1'] }))
  const own = sky([floor, ...villages([4, 9, 6])], { models, leaders })

  it('go from each story’s columns down to the story under it', () => {
    const places = layout(own, { ...box, leaders: true })
    expect(places.leaders.map(({ points }) => points.at(-1))).toEqual([0, 1, 2].map((index) => [index * ((box.width - 64) / 3 + 32) + 24, box.height]))
    places.leaders.forEach(({ x }, index) => {
      const { x: left, width } = must(places.columns.find(({ column }) => column.model === index))
      expect(x).toBeCloseTo(left + width / 2, 6)
    })
  })

  it('keep apart where they would run on each other, and clear of the names', () => {
    const places = layout(own, { ...box, leaders: true })
    const runs = places.leaders.map(({ points }) => ({ y: must(points[2])[1], from: must(points[2])[0], to: must(points[3])[0] }))
    runs.forEach((run, index) =>
      runs.slice(index + 1).forEach((other) => {
        const [a, b] = [run, other].map(({ from, to }) => [Math.min(from, to), Math.max(from, to)] as const)
        if (must(a)[0] < must(b)[1] && must(b)[0] < must(a)[1]) expect(Math.abs(run.y - other.y)).toBeGreaterThan(8)
      })
    )
    for (const { labelX } of places.groups)
      for (const { points } of places.leaders) expect(must(points[2])[0] > labelX && must(points[2])[0] < labelX + 60).toBe(false)
  })

  it('bend around a name that stands under their columns, and leave it where it is', () => {
    const first = sky([floor, ...villages([4])], { models: [{ area: areaOf(0), places: ['村0'] }], leaders })
    const { leaders: lines, groups } = layout(first, { ...box, width: 300, leaders: true })
    const [start, beside, down] = must(lines[0]).points
    expect(groups.map(({ left, labelX }) => labelX - left)).toEqual([0])
    expect(must(beside)[1]).toBe(must(start)[1])
    expect(must(beside)[0]).not.toBe(must(start)[0])
    expect(must(down)[0]).toBe(must(beside)[0])
  })

  it('are none where no story stands under the panel', () => {
    expect(layout(own, box).leaders).toEqual([])
    expect(layout(sky([floor, ...villages([4])]), { ...box, leaders: true }).leaders).toEqual([])
    expect(layout(sky([floor, count(3)], { models, leaders }), { ...box, leaders: true }).leaders).toHaveLength(3)
  })
})

describe('rows', () => {
  const phone: SkylineBox = { width: 350, height: 800, rem: 16, leaders: false, rows: true }
  const own = sky([floor, ...villages([16, 12, 8, 6, 4, 3])], {}, 6)

  it('stand one under the other where the width is too little for all groups', () => {
    const rows = rowsOf(own, phone)
    expect(rows.map(({ groups }) => groups.map(({ group }) => group.columns.length))).toEqual([[16], [12], [8, 6], [4, 3]])
    rows.forEach((row, index) => {
      expectApart(row)
      const before = rows[index - 1]
      if (before !== undefined) for (const { top } of row.columns) expect(top).toBeGreaterThan(before.base + 2 * 16)
      expect(row.base).toBeLessThan(phone.height)
    })
  })

  it('are only as high as their own columns, and name only the steps they reach', () => {
    const [high, low] = rowsOf(sky([floor, ...villages([20], { obsValue: '100' }), ...villages([0, 12], { obsValue: '30' })]), phone)
    expect(must(high).ticks.map(({ text }) => text)).toEqual(['50', '100件'])
    expect(must(low).ticks).toEqual([])
    expect(must(low).base - must(low?.columns[0]).top).toBeLessThan((must(high).base - must(high?.columns[0]).top) / 2)
  })

  it('have one scale and one width of column', () => {
    const rows = rowsOf(own, phone)
    const heights = rows.map(({ base, yOf }) => base - yOf(30))
    for (const height of heights) expect(height).toBeCloseTo(must(heights[0]), 6)
    expect(new Set(rows.flatMap(({ columns }) => columns.map(({ width }) => width.toFixed(6)))).size).toBe(1)
  })

  it('are one where there is the width', () => {
    expect(rowsOf(own, { ...phone, width: 1400 })).toHaveLength(1)
  })
})
