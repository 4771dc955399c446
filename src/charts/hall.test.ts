import { describe, expect, it } from 'vitest'
import { bricksLine, namesLine, summary, table } from '#charts/hall-words.ts'
import { hallGeometry } from '#charts/hall-geometry.ts'
import { hallShapes } from '#charts/hall-shapes.ts'
import { model, options, type HallModel, type JointMark } from '#charts/hall.ts'
import type { Observation } from '#contract/observation.ts'
import type { Snapshot } from '#contract/snapshot.ts'
import { eleven, three } from '#mocks/fixtures/counties.ts'
import { extreme } from '#mocks/fixtures/extreme.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { partial } from '#mocks/fixtures/partial.ts'
import { published } from '#mocks/fixtures/published.ts'
import { reported } from '#mocks/fixtures/reported.ts'
import { changed, dataOf, must } from '#tests/support/panel-data.ts'
import { withPanel } from '#tests/support/with-panel.ts'

const NEEDS = [
  ...['yl.events', 'jz.mechanisms', 'jz.national', 'jz.provincial'].map((indicator) => ({ indicator, area: 'root', freq: '_Z', last: 1 })),
  { indicator: 'jz.progress', area: 'children', freq: '_Z', by: 'mechanism', last: 1 }
]
const OPTIONS = {
  display: '同心共富',
  bricks: 'yl.events',
  columns: 'jz.mechanisms',
  progress: 'jz.progress',
  dimension: 'mechanism',
  roof: [
    { indicator: 'jz.national', label: '中央', accent: true },
    { indicator: 'jz.provincial', label: '省级' }
  ],
  noProgress: '各地尚未报送'
}

const hallOf = (snapshot: Snapshot): HallModel => model(dataOf(withPanel(snapshot, NEEDS), 'p', options, { options: OPTIONS }))
const withFigure = (indicator: string, change: Partial<Observation>): HallModel =>
  hallOf(changed(normal(), (o) => (o.indicator === indicator && o.origin === 'published' ? { ...o, ...change } : o)))
/** One row of marks a county, such as `222222212`. */
const SIGN: Record<JointMark, string> = { full: '2', half: '1', empty: '0', missing: '-', hidden: '*', impossible: '/' }
const signs = ({ rows }: HallModel): string[] => rows.map(({ joints }) => joints.map((joint) => (joint === null ? ' ' : SIGN[joint.mark])).join(''))

/** The pack with another number of mechanisms in its code list. */
const withMechanisms = (count: number): Snapshot => {
  const snapshot = normal()
  const { info } = snapshot.document
  const codes = Array.from({ length: count }, (_, index) => ({ code: `m${index + 1}`, name: `机制名称${index + 1}` }))
  const codeLists = info.codeLists.map((list) => (list.dimension === 'mechanism' ? { ...list, codes } : list))
  return { ...snapshot, document: { ...snapshot.document, info: { ...info, codeLists } } }
}

describe('the hall', () => {
  const hall = hallOf(normal())

  it.each(['nearly', 'range'] as const)('has no whole bricks for what is %s a hundred', (bound) => {
    const unsure = changed(normal(), (o) => (o.indicator === 'yl.events' && o.origin === 'published' ? { ...o, bound } : o))
    expect(hallOf(unsure).bricks).toBeNull()
  })

  it('has as many bricks, columns and dots as are published', () => {
    expect([must(hall.bricks).count, must(hall.bricks).beyond]).toEqual([100, 'fading'])
    expect(hall.columns.map(({ numeral }) => numeral)).toEqual(['一', '二', '三', '四', '五', '六', '七', '八', '九'])
    expect(hall.roof.map(({ label, dots, accent }) => [label, dots, accent])).toEqual([
      ['中央', 5, true],
      ['省级', 8, false]
    ])
  })

  it('names the columns that have a name, and numbers the others', () => {
    expect(hall.columns.map(({ name }) => name)).toEqual(['领导小组运行机制', '民族宗教工作协调机制', ...Array.from({ length: 7 }, () => null)])
    expect(namesLine(hall.columns)).toBe('第一柱领导小组运行机制，第二柱民族宗教工作协调机制，其余名称未公布')
    expect(namesLine([{ code: null, numeral: '一', name: null }])).toBe('')
  })

  it('has the counties in the order of their codes and a mark at each crossing', () => {
    expect(hall.rows.map(({ region }) => region.code)).toEqual(['330802', '330803', '330822', '330824', '330825', '330881'])
    expect(signs(hall)).toEqual(['222222212', '222221222', '212222221', '22122220-', '222212222', '222222122'])
    expect(hall.legend.map(({ text }) => text)).toEqual(['已落实', '推进中', '未启动', '未报'])
    expect(hall.demo).toBe('all')
  })

  it('keeps that order whatever the data say first', () => {
    const backwards = { ...normal(), observations: normal().observations.toReversed() }
    expect(hallOf(backwards).rows.map(({ region }) => region.code)).toEqual(hall.rows.map(({ region }) => region.code))
  })
})

describe('other data', () => {
  it('turn the hall to other numbers of columns and counties', () => {
    const twelve = hallOf(withMechanisms(12))
    expect(twelve.columns).toHaveLength(12)
    expect(signs(twelve)[0]).toBe('222222212   ')
    const five = hallOf(changed(withMechanisms(5), (o) => (o.indicator === 'jz.mechanisms' ? { ...o, obsValue: '5' } : o)))
    expect([five.columns.length, must(signs(five)[0])]).toEqual([5, '22222'])
    expect([hallOf(three()).rows.length, hallOf(eleven()).rows.length]).toEqual([3, 11])
  })

  it('say what was not reported, is hidden or cannot be', () => {
    const hall = hallOf(partial())
    expect(signs(hall)).toEqual(['222222212', '222221222', '*********', '---------', '222212222', '222222122'])
    expect(hall.legend.map(({ text }) => text)).toEqual(['已落实', '推进中', '未启动', '未报', '不予公布'])
    expect(hall.demo).toBe('some')
    const impossible = hallOf(
      changed(normal(), (o) => (o.indicator === 'jz.progress' && o.refArea === '330802' ? { ...o, obsValue: null, obsStatus: 'M' } : o))
    )
    expect([signs(impossible)[0], impossible.legend.at(-1)]).toEqual(['/////////', { mark: 'impossible', text: '不适用' }])
  })

  it('lose the demo marks when reported', () => {
    const hall = hallOf(reported())
    expect(hall.demo).toBe('none')
    expect(hall.rows.flatMap(({ joints }) => joints).some((joint) => joint?.demo)).toBe(false)
  })

  it('leave the bare hall and a sentence without the counties', () => {
    const hall = hallOf(published())
    expect([hall.rows, hall.legend, hall.noProgress, hall.columns.length]).toEqual([[], [], '各地尚未报送', 9])
    expect(summary(hall)).toMatch(/；各地尚未报送$/)
  })

  it('draw no count that is none', () => {
    const { bricks, columns, roof } = hallOf(extreme())
    expect([must(bricks).count, columns.length, roof.map(({ dots }) => dots)]).toEqual([100, 9, [0, 0]])
    for (const more of [{ obsValue: null, obsStatus: 'O' }, { obsValue: '10000000' }, { obsValue: '2.5' }, { bound: 'magnitude' }] as const)
      expect(withFigure('yl.events', more).bricks).toBeNull()
    expect(withFigure('yl.events', { obsValue: '0', bound: 'exact' }).bricks?.count).toBe(0)
  })

  it('let the base end clean when the figure is exact', () => {
    const exact = must(withFigure('yl.events', { bound: 'exact', qualifier: undefined }).bricks)
    expect([exact.beyond, bricksLine(exact)]).toEqual(['none', '一砖一场主题活动，共100砖'])
    expect(bricksLine(must(hallOf(normal()).bricks))).toBe('一砖一场主题活动，100砖之后渐隐为“超”')
  })
})

describe('in words', () => {
  const hall = hallOf(normal())

  it('the hall is one sentence', () => {
    expect(summary(hall)).toBe(
      '主题活动超100场，重塑工作机制9项，中央统战部刊发5项，省委统战部刊出8篇；9项机制在六个地区：已落实45处，推进中7处，未启动1处，未报1处'
    )
  })

  it('and a table of every value', () => {
    const { columns, rows } = table(hall)
    expect(rows).toHaveLength(4 + 54)
    expect(rows.every((row) => row.length === columns.length)).toBe(true)
    expect(rows[0]).toEqual(['主题活动', '超100场', '近年来 截至2022年10月', '已发布'])
    expect(rows).toContainEqual(['柯城区 机制八', '推进中', '截至2022年10月', '演示'])
    expect(rows).toContainEqual(['开化县 机制九', '未报', '截至2022年10月', '演示'])
  })
})

describe('the building', () => {
  const content = { columns: 9, names: ['县', '县', '县', '县', '县', '县'], bricks: 100, beyond: 'fading' as const, roof: [5, 8], words: [] }
  const shapesOf = (hall: HallModel, selected?: string) => hallShapes(hall, hallGeometry({ width: 64, height: 56 }, content), selected)
  const classesOf = (name: string, hall: HallModel, selected?: string): string[] =>
    shapesOf(hall, selected).flatMap(({ className }) => (className.split(' ')[0] === name ? [className] : []))

  it('is drawn from the counts, each shape with a key of its own', () => {
    const hall = hallOf(normal())
    expect(['hall-shaft', 'hall-beam', 'hall-dot'].map((name) => classesOf(name, hall).length)).toEqual([9, 6, 13])
    const keys = shapesOf(hall).map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('has solid dots and bricks for what is published, open ones for demo, and the chosen county gold', () => {
    expect(classesOf('hall-brick', hallOf(normal())).some((name) => name.includes('is-demo'))).toBe(false)
    expect(new Set(classesOf('hall-brick', withFigure('yl.events', { origin: 'demo' })))).toEqual(new Set(['hall-brick is-demo']))
    expect(classesOf('hall-dot', withFigure('jz.national', { origin: 'demo' })).slice(0, 6)).toEqual([
      ...Array.from({ length: 5 }, () => 'hall-dot is-accent is-demo'),
      'hall-dot'
    ])
    expect(classesOf('hall-beam', hallOf(normal()), '330822').map((name) => name.includes('is-selected'))).toEqual([false, false, true, false, false, false])
  })
})
