import { describe, expect, it } from 'vitest'
import { model, options, stageRows, summary, table, type StageBarsModel } from '#charts/stage-bars.ts'
import type { Need } from '#contract/scene.ts'
import type { Snapshot } from '#contract/snapshot.ts'
import { extreme } from '#mocks/fixtures/extreme.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { published } from '#mocks/fixtures/published.ts'
import { changed, dataOf } from '#tests/support/panel-data.ts'

const barsOf = (snapshot: Snapshot): StageBarsModel['bars'] => model(dataOf(snapshot, 'loop', options)).bars
const STAGES = ['submitted', 'accepted', 'handled', 'answered', 'reviewed']

/** The service loop with these values in the order of the process; null is missing. */
const loopOf = (...values: (string | null)[]): Snapshot =>
  changed(normal(), (o) => {
    if (o.indicator !== 'xxt.loop') return o
    const obsValue = values[STAGES.indexOf(o.breakdown?.stage ?? '')] ?? null
    return { ...o, obsValue, obsStatus: obsValue === null ? 'O' : 'A' }
  })

const withNeed = (snapshot: Snapshot, need: Need): Snapshot => ({
  ...snapshot,
  document: {
    ...snapshot.document,
    scenes: snapshot.document.scenes.map((scene) => ({
      ...scene,
      panels: scene.panels.map((panel) => (panel.id === 'loop' ? { ...panel, needs: [...panel.needs, need] } : panel))
    }))
  }
})

describe('the stages of the service loop', () => {
  it('stand in the order of the process, whatever the order of the data', () => {
    const backwards = { ...normal(), observations: normal().observations.toReversed() }
    expect(barsOf(backwards).map(({ name }) => name)).toEqual(['诉求提交', '受理立项', '部门办理', '办结反馈', '回访评价'])
  })

  it('have lengths from zero and rates from the stage before', () => {
    const bars = barsOf(loopOf('1000', '800', '400', '399', '1'))
    expect(bars.map(({ share }) => share)).toEqual([1, 0.8, 0.4, 0.399, 0.001])
    expect(bars.map(({ rate }) => rate)).toEqual([null, '80.0%', '50.0%', '99.8%', '0.3%'])
  })

  it('never grow along the default loop', () => {
    const bars = barsOf(normal())
    expect(bars).toHaveLength(5)
    expect(bars.map(({ share }) => share)).toEqual(bars.map(({ share }) => share).toSorted((a, b) => b - a))
    expect(bars.slice(1).every(({ rate }) => rate !== null && /^\d{2}\.\d%$/.test(rate))).toBe(true)
  })

  it('have no rate behind a stage that was not reported: it would be that of two stages', () => {
    expect(barsOf(loopOf('1000', null, '400', '200', '100')).map(({ name, rate }) => [name, rate])).toEqual([
      ['诉求提交', null],
      ['部门办理', null],
      ['办结反馈', '50.0%'],
      ['回访评价', '50.0%']
    ])
  })

  it('stand in their places where they have no value, and say why', () => {
    const stages = model(dataOf(loopOf('1000', null, '400', '200', null), 'loop', options))
    expect(stageRows(stages).map((row) => ('text' in row ? [row.name, row.text] : row.name))).toEqual([
      '诉求提交',
      ['受理立项', '未报'],
      '部门办理',
      '办结反馈',
      ['回访评价', '未报']
    ])
    expect(summary(stages)).toContain('受理立项未报，部门办理400件')
    expect(table(stages).rows.map(([name, value]) => [name, value])).toContainEqual(['回访评价', '未报'])
    expect(
      model(
        dataOf(
          changed(normal(), (o) => (o.breakdown?.stage === 'submitted' ? null : o)),
          'loop',
          options
        )
      ).gaps
    ).toEqual([{ name: '诉求提交', text: '未公布', after: 0 }])
    expect(model(dataOf(published(), 'loop', options))).toEqual({ bars: [], gaps: [] })
  })

  it('have a length and no rate where nothing came in', () => {
    expect(barsOf(loopOf('0', '0', '0', '0', '0')).map(({ share, rate }) => [share, rate])).toEqual(STAGES.map(() => [0, null]))
    expect(barsOf(extreme()).every(({ share }) => share >= 0 && share <= 1)).toBe(true)
  })

  it('may take one stage from a figure of its own, and say the status or the share of the first', () => {
    const stages = [
      { indicator: 'qq.demands', name: '梳理办理' },
      { code: 'answered', name: '办结反馈' }
    ]
    const snapshot = withNeed(normal(), { indicator: 'qq.demands', area: 'root', freq: '_Z', last: 1 })
    const barsWith = (beside: string) =>
      model(dataOf(snapshot, 'loop', options, { options: { indicator: 'xxt.loop', dimension: 'stage', stages, beside } })).bars
    expect(barsWith('status').map(({ name, status, rate }) => [name, status, rate])).toEqual([
      ['梳理办理', '已发布', null],
      ['办结反馈', '演示', null]
    ])
    expect(barsWith('first').map(({ rate, observation }) => [rate, observation.obsValue])).toEqual([
      [null, '167'],
      ['13377.2%', '22340']
    ])
    expect(summary({ bars: barsWith('status'), gaps: [] })).toBe('梳理办理167个，办结反馈22,340件')
  })

  it('are none where none is published', () => {
    expect(barsOf(published())).toEqual([])
  })
})
