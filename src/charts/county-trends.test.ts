import { describe, expect, it } from 'vitest'
import { option } from '#charts/county-trends-option.ts'
import { model, options, summary, table, type CountyTrendsModel } from '#charts/county-trends.ts'
import type { Snapshot } from '#contract/snapshot.ts'
import { eleven, three } from '#mocks/fixtures/counties.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { reported } from '#mocks/fixtures/reported.ts'
import { drawSvg } from '#tests/support/draw-svg.ts'
import { flat, itemsOf, seriesOf } from '#tests/support/render-items.ts'
import { THEMES } from '#tokens/themes.ts'
import { answerOf, changed, context, must } from '#tests/support/panel-data.ts'

const panel = {
  id: 'compare',
  kind: 'county-trends',
  title: '分县走势',
  area: {},
  needs: [{ indicator: 'xxt.services', area: 'children' as const, freq: 'M' as const }],
  options: { series: 'xxt.services' }
}

function trendsOf(snapshot: Snapshot, region?: string, period?: string): CountyTrendsModel {
  const answer = answerOf(snapshot, region)
  // The scene of the first panel selects `self` only; here every county's months are given.
  return must(model({ panel, answer: { ...answer, observations: [...snapshot.observations] }, options: options.parse(panel.options), period }))
}

const size = { width: 480, height: 260 }
const textsOf = (snapshot: Snapshot, region?: string) => drawSvg(option(trendsOf(snapshot, region), context(size)), size).texts

/** How each piece of the lines, or of one county's, is drawn. */
const drawnAs = (snapshot: Snapshot, code = ''): string[] =>
  seriesOf(option(trendsOf(snapshot), context(size))).flatMap(({ id, type, data, lineStyle }) =>
    type === 'line' && id.startsWith(code)
      ? [`${lineStyle?.type === 'solid' ? 'solid' : 'dashed'} ${data.findIndex((value) => value !== null)}-${data.findLastIndex((value) => value !== null)}`]
      : []
  )
const endsOf = (snapshot: Snapshot): unknown[] =>
  itemsOf(option(trendsOf(snapshot), context(size)), 'ends', ([x = 0, y = 0]) => [x, y])
    .flatMap(flat)
    .flatMap(({ type, style }) => (type === 'circle' ? [style?.fill] : []))

describe('months of the counties on one axis', () => {
  it.each([
    [3, three],
    [6, normal],
    [11, eleven]
  ] as const)('draws %d counties, each with its name and last value at the end, none over another', (count, fixture) => {
    const { lines, months } = trendsOf(fixture())
    expect(lines).toHaveLength(count)
    expect(months).toHaveLength(12)
    const drawn = textsOf(fixture())
    const names = drawn.filter(({ text }) => lines.some(({ region }) => region.name === text)).toSorted((a, b) => a.y - b.y)
    expect(names).toHaveLength(count)
    names.slice(1).forEach(({ y, fontPx }, index) => expect(y - must(names[index]).y).toBeGreaterThan(fontPx * 1.1))
    for (const { points, last } of lines) expect(drawn.map(({ text }) => text)).toContain(must(points[last]).text)
  })

  it('starts at zero and has one unit', () => {
    const trends = trendsOf(normal())
    expect([trends.min, trends.unit]).toEqual([0, '件'])
    expect(trends.max).toBeGreaterThan(Math.max(...trends.lines.flatMap(({ points }) => points.map(({ value }) => value ?? 0))) - 1e-9)
  })

  it('leaves a gap where a month is missing, and no line where nothing came in', () => {
    const gap = changed(normal(), (o) =>
      o.refArea === '330881' && o.timePeriod === '2022-03' ? { ...o, obsValue: null, obsStatus: 'O' } : o.refArea === '330802' ? null : o
    )
    const { lines, months } = trendsOf(gap)
    const [jiangshan, kecheng] = ['330881', '330802'].map((code) => must(lines.find(({ region }) => region.code === code)))
    expect(jiangshan?.points[months.indexOf('2022-03')]?.value).toBeNull()
    expect(kecheng?.last).toBe(-1)
    expect(textsOf(gap).map(({ text }) => text)).not.toContain('柯城区')
    expect(summary(trendsOf(gap))).toContain('柯城区未报')
  })

  it('turns solid where the months are reported', () => {
    expect(new Set(drawnAs(normal()))).toEqual(new Set(['dashed 0-11']))
    expect(new Set(drawnAs(reported()))).toEqual(new Set(['solid 0-11']))
    expect(endsOf(normal())).toEqual(Array.from({ length: 6 }, () => THEMES.ink.bg0))
    const mixed = changed(normal(), (o) => (o.refArea === '330881' && o.timePeriod >= '2022-08' && o.origin === 'demo' ? { ...o, origin: 'reported' } : o))
    expect(drawnAs(mixed, '330881')).toEqual(['dashed 0-9', 'solid 9-11'])
    expect(drawnAs(mixed, '330824')).toEqual(['dashed 0-11'])
    expect(endsOf(mixed).filter((fill) => fill !== THEMES.ink.bg0)).toHaveLength(1)
  })

  it('marks the selected county and stops at the chosen month', () => {
    expect(
      trendsOf(normal(), '330824')
        .lines.filter(({ own }) => own)
        .map(({ region }) => region.name)
    ).toEqual(['开化县'])
    expect(trendsOf(normal(), undefined, '2022-06').months.at(-1)).toBe('2022-06')
  })

  it('has the line that ends highest before the others, or the selected one', () => {
    const colours = (region?: string): string[] => {
      const model = trendsOf(normal(), region)
      const highest = Math.max(...model.lines.map(({ points, last }) => points[last]?.value ?? 0))
      return seriesOf(option(model, context(size))).flatMap(({ id, type, lineStyle }) => {
        const line = model.lines.find(({ region: { code } }) => id.startsWith(code))
        const role = line?.own === true ? 'own' : line?.points[line.last]?.value === highest ? 'highest' : 'other'
        return type === 'line' ? [`${role} ${String(lineStyle?.color)}`] : []
      })
    }
    const { accent, data, neutral } = THEMES.ink
    expect(new Set(colours())).toEqual(new Set([`highest ${data}`, `other ${neutral}`]))
    expect(new Set(colours('330824'))).toEqual(new Set([`own ${accent}`, `highest ${neutral}`, `other ${neutral}`]))
  })

  it('says its ends in a sentence and every month in a table', () => {
    expect(summary(trendsOf(normal()))).toMatch(/^办理服务事项2021年11月至2022年10月，最近一月.{2,4}最多，[\d,]+件；.{2,4}最少，[\d,]+件$/)
    const { columns, rows } = table(trendsOf(normal()))
    expect([columns.length, rows.length]).toEqual([8, 12])
    expect(rows.at(-1)?.[0]).toBe('2022年10月')
    expect(rows.at(-1)?.at(-1)).toBe('演示')
  })
})

describe('the month that is looked at', () => {
  it('ends the lines on the axis of all months, whose scale stays', () => {
    const [whole, march] = [trendsOf(normal()), trendsOf(normal(), undefined, '2022-03')]
    expect([march.months.at(-1), march.after.length, march.max]).toEqual(['2022-03', 7, whole.max])
    expect(march.lines.map(({ points }) => points)).toEqual(whole.lines.map(({ points }) => points.slice(0, 5)))
    const texts = drawSvg(option(march, context(size)), size).texts.map(({ text }) => text)
    expect(texts).toEqual(expect.arrayContaining(['2021年11月', '3月', '10月']))
  })
})
