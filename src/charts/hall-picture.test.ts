import { describe, expect, it } from 'vitest'
import { normal } from '#mocks/fixtures/normal.ts'
import { partial } from '#mocks/fixtures/partial.ts'
import { published } from '#mocks/fixtures/published.ts'
import { drawnPanel, isDashed, isHatched, roomOf, type DrawnPanel } from '#tests/support/drawn-panel.ts'
import { changed } from '#tests/support/panel-data.ts'
import { THEMES } from '#tokens/themes.ts'
import { hallMark } from './hall-marks-picture.ts'
import type { JointMark } from './hall.ts'

const { accent, data, line2 } = THEMES.paper
/** Those of the crossings, without the one of the legend. */
const full = ({ marks }: DrawnPanel) => marks.filter((mark) => mark.kind === 'rect' && isHatched(mark) && mark.width > 15 && mark.width < 30)

describe('the hall', () => {
  it.each([752, 328])('says its figures, counties, states and columns, %i px wide', (width) => {
    const { texts } = drawnPanel(normal(), 'yinling/hall', { width })
    expect(texts).toEqual(expect.arrayContaining(['主题活动', '超100场', '重塑工作机制', '9项', '一', '九', '柯城区', '江山市']))
    expect(texts).toEqual(expect.arrayContaining(['已落实', '推进中', '未启动', '未报', '分县落实为演示']))
    // Of bricks nothing is said where there are none.
    expect(texts.includes('一砖一场主题活动，100砖之后渐隐为“超”')).toBe(width === 752)
    expect(texts.join('')).toContain('第一柱领导小组运行机制，第二柱民族宗教工作协调机制，其余名称未公布')
  })

  it('has its roof, board and bricks where they have room, else the figures alone', () => {
    const wide = drawnPanel(normal(), 'yinling/hall')
    expect(wide.texts).toEqual(expect.arrayContaining(['中央 5项', '省级 8篇', '同心共富']))
    expect(wide.marks.filter(({ kind, fill }) => kind === 'rect' && fill === data).length).toBeGreaterThanOrEqual(100)
    const narrow = drawnPanel(normal(), 'yinling/hall', { width: 328 })
    expect(narrow.texts).toEqual(expect.arrayContaining(['5项', '8篇']))
    expect(narrow.texts).not.toContain('同心共富')
  })

  it('has a mark at every crossing, hatched for demo, the same in both forms', () => {
    const [wide, narrow] = [drawnPanel(normal(), 'yinling/hall'), drawnPanel(normal(), 'yinling/hall', { width: 328 })]
    const done = wide.made.table.rows.filter(([, state]) => state === '已落实').length
    expect(full(wide)).toHaveLength(done)
    expect(full(narrow)).toHaveLength(done)
  })

  it('fills what is reported, and says what is demo in part', () => {
    const drawn = drawnPanel(partial(), 'yinling/hall', { width: 328 })
    expect(drawn.texts).toEqual(expect.arrayContaining(['分县落实部分为演示', '不予公布']))
    expect(drawn.marks.filter(({ kind, fill }) => kind === 'rect' && fill === data).length).toBeGreaterThan(0)
  })

  it.each([752, 328])('is a hall without crossings where none are reported, and says so, %i px wide', (width) => {
    const { texts } = drawnPanel(published(), 'yinling/hall', { width })
    expect(texts).toEqual(expect.arrayContaining(['同心共富', '各县（市、区）落实情况尚未报送', '超100场', '9项']))
    expect(texts.some((text) => text.includes('演示'))).toBe(false)
  })

  it('shows counts of demo data hollow, with the word', () => {
    const demo = drawnPanel(
      changed(normal(), (o) => (o.indicator === 'jz.national' ? { ...o, origin: 'demo' } : o)),
      'yinling/hall'
    )
    expect(demo.texts).toContain('演示')
    expect(demo.marks.filter(({ kind, stroke, fill }) => kind === 'circle' && stroke === accent && fill !== accent)).toHaveLength(5)
  })

  it('lights the county that is looked at', () => {
    const beams = drawnPanel(normal(), 'yinling/hall', { region: '330881' }).marks.filter(
      ({ kind, stroke, strokeWidth }) => kind === 'rect' && stroke === accent && strokeWidth === 0.14
    )
    expect(beams).toHaveLength(1)
    expect(drawnPanel(normal(), 'yinling/hall', { region: '330881', width: 328 }).colours.get('江山市')).toBe(accent)
  })
})

describe('the mark of a crossing', () => {
  const drawn = (mark: JointMark, demo = false) => hallMark(mark, demo, 24, roomOf(752))

  it('is another for each state', () => {
    const marks = (['full', 'half', 'empty', 'missing', 'hidden', 'impossible'] as const).map((mark) => JSON.stringify(drawn(mark)))
    expect(new Set(marks).size).toBe(6)
  })

  it('is solid when reported, hatched or dashed for demo', () => {
    expect(drawn('full')).toMatchObject([{ fill: data }])
    expect(drawn('full', true).some((shape) => shape.kind === 'rect' && isHatched(shape))).toBe(true)
    expect(drawn('half', true).some((shape) => shape.kind === 'rect' && isDashed(shape))).toBe(true)
    expect(drawn('half').some((shape) => shape.kind === 'rect' && isDashed(shape))).toBe(false)
    expect(drawn('missing')).toMatchObject([{ stroke: line2 }, { kind: 'line' }])
  })
})
