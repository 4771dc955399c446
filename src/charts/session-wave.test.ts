import { describe, expect, it } from 'vitest'
import { option } from '#charts/session-wave-option.ts'
import { model, openTotal, options, sessionName, sessionText, summary, table, type SessionWaveModel } from '#charts/session-wave.ts'
import type { ObservationInput } from '#contract/observation.ts'
import type { Snapshot } from '#contract/snapshot.ts'
import { extreme } from '#mocks/fixtures/extreme.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { published } from '#mocks/fixtures/published.ts'
import { THEMES } from '#tokens/themes.ts'
import { drawSvg } from '#tests/support/draw-svg.ts'
import { madeUpPack, told } from '#tests/support/made-up-pack.ts'
import { changed, context, dataOf, must } from '#tests/support/panel-data.ts'
import { flat, itemsOf, textsOf, type Item } from '#tests/support/render-items.ts'
import { sceneOf } from '#tests/support/scene-of.ts'
import { withPanel } from '#tests/support/with-panel.ts'

const ROOT = '100000'
const wanted = { sessions: 'score', demands: 'served', answered: 'work', dimension: 'session' }
const needs = [
  ...['score', 'served'].map((indicator) => ({ indicator, area: 'root', freq: '_Z' })),
  ...['served', 'work'].map((indicator) => ({ indicator, area: 'root', freq: '_Z', by: 'session' }))
]

/** A town whose sessions have these codes; the observations are the town's own. */
function town(codes: number, observations: readonly Partial<ObservationInput>[], demo = false): Snapshot {
  const pack = madeUpPack(
    1,
    observations.map((more) => told(0, { refArea: ROOT, scope: '全市', ...more }))
  )
  const list = { dimension: 'session', demo, codes: Array.from({ length: codes }, (_, index) => ({ code: `s${index + 1}`, name: `${index + 1}月上` })) }
  return withPanel({ ...pack, document: { ...pack.document, info: { ...pack.document.info, codeLists: [list] } } }, needs)
}

const demands = (session: number, obsValue: string | null, more: Partial<ObservationInput> = {}): Partial<ObservationInput> => ({
  obsValue,
  breakdown: { session: `s${session}` },
  ...more
})
const answers = (session: number, obsValue: string | null): Partial<ObservationInput> => ({
  indicator: 'work',
  obsValue,
  breakdown: { session: `s${session}` }
})
const held = (obsValue: string): Partial<ObservationInput> => ({ indicator: 'score', obsValue })

const waveOf = (snapshot: Snapshot): SessionWaveModel => must(model(dataOf(snapshot, 'p', options, { options: wanted })))
const townWave = (codes: number, ...observations: Partial<ObservationInput>[]): SessionWaveModel => waveOf(town(codes, observations))
const quzhou = (snapshot: Snapshot): SessionWaveModel => must(model(dataOf(sceneOf(snapshot, 'qinqing'), 'wave', options)))

describe('what is still in hand', () => {
  it('is the sum over the sessions, and not known while one has no answer', () => {
    expect(openTotal(townWave(2, held('2'), demands(1, '12'), demands(2, '9'), answers(1, '10'), answers(2, '8')))).toBe(3)
    expect(openTotal(townWave(2, held('2'), demands(1, '12'), demands(2, '9'), answers(1, '10')))).toBeNull()
    expect(openTotal(quzhou(normal()))).toBe(9)
  })
})

describe('the sessions', () => {
  it('follow the list, and the last one is the latest', () => {
    const { sessions } = quzhou(normal())
    expect(sessions.map(({ name }) => name)).toEqual(['5月下', '6月上', '6月下', '7月上', '7月下', '8月上', '8月下', '9月上', '9月下', '10月上', '10月下'])
    expect(sessions.map(({ rings }) => rings)).toEqual([12, 14, 17, 15, 18, 13, 16, 19, 14, 16, 13])
    expect(sessions.filter(({ last }) => last).map(({ number }) => number)).toEqual([11])
    expect(sessions.every(({ demo }) => demo)).toBe(true)
  })

  it('leave open what is not answered', () => {
    expect(quzhou(normal()).sessions.map(({ open }) => open)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 7])
    expect(townWave(1, demands(1, '3'), answers(1, '5')).sessions[0]?.open).toBe(0)
  })

  it('do not call in hand what is not known to be', () => {
    const { sessions } = townWave(2, demands(1, '3'), demands(2, '3'), answers(2, null))
    expect(sessions.map(({ open }) => open)).toEqual([null, null])
    expect(sessions.map((one) => sessionText(one, '件'))).toEqual(['3件，答复情况未公布', '3件，答复情况未公布'])
  })

  it('are as many as are published, or as have figures', () => {
    expect(townWave(24, held('24'), demands(3, '1')).sessions).toHaveLength(24)
    expect(townWave(24, held('2'), demands(5, '1')).sessions).toHaveLength(5)
    expect(townWave(24, demands(5, '1')).sessions).toHaveLength(5)
    expect(townWave(3, held('5'), demands(1, '1')).sessions.map(({ name }) => name)).toEqual(['1月上', '2月上', '3月上', '', ''])
  })

  it('say why one has no number: never a zero', () => {
    const { sessions } = townWave(4, demands(1, null), demands(2, null, { obsStatus: 'Q' }), demands(4, '0'))
    expect(sessions.map(({ text, rings }) => [text, rings])).toEqual([
      ['未报', null],
      ['不予公布', null],
      ['未公布', null],
      ['0', 0]
    ])
  })

  it('stand empty where only their number is published', () => {
    const { sessions, split } = quzhou(published())
    expect([sessions.length, split]).toEqual([11, false])
    expect(new Set(sessions.map(({ name, text, rings }) => [name, text, rings].join()))).toEqual(new Set([',,']))
    expect(model(dataOf(town(3, []), 'p', options, { options: wanted }))).toBeNull()
  })

  it('do not stop the page with a mistyped million', () => {
    expect(quzhou(extreme()).sessions.every(({ rings }) => rings === null || rings <= 400)).toBe(true)
    expect(quzhou(extreme()).sessions).toHaveLength(11)
  })
})

describe('the wave in words', () => {
  const wave = townWave(3, held('3'), demands(1, '4'), answers(1, '4'), demands(2, '9'), answers(2, '6'), demands(3, null))

  it('names the ends and what is in hand', () => {
    expect(summary(wave)).toBe('score3分；各期served：第2期（2月上）最多，9件；第1期（1月上）最少，4件；第3期（3月上）未报；仍在办理：第2期（2月上）3件')
    expect(summary(quzhou(published()))).toBe('举办期数11期，分期意见诉求未公布')
  })

  it('has every value in the table', () => {
    expect(table(wave).rows).toEqual([
      ['第1期（1月上）', '4件', '4件', '0件', '截至2022年10月', '已报送'],
      ['第2期（2月上）', '9件', '6件', '3件', '截至2022年10月', '已报送'],
      ['第3期（3月上）', '未报', '未公布', '未公布', '截至2022年10月', '已报送']
    ])
    expect(table(quzhou(published())).rows[10]).toEqual(['第11期', '未公布', '未公布', '未公布', '', ''])
    expect(sessionName(must(wave.sessions[0]))).toBe('第1期（1月上）')
  })
})

const size = { width: 1824, height: 384 }
const moonsOf = (wave: SessionWaveModel): Item[] => itemsOf(option(wave, context(size)), 'moons', () => [0, 0])
/** Rings and dots by their colours; the mark of the latest session on the line aside. */
const circles = (item: Item | undefined): Item[] => flat(must(item)).filter(({ type, style }) => type === 'circle' && style !== undefined)
const { data, accent, bg0, neutral } = THEMES.ink

describe('the half-moons', () => {
  it('have a dot in each answered ring while the split is demo, and the last one is gold', () => {
    const [first, ...rest] = moonsOf(quzhou(normal()))
    const [rings, dots] = [circles(first).filter(({ style }) => style?.fill === bg0), circles(first).filter(({ style }) => style?.fill === data)]
    expect([rings.length, dots.length]).toEqual([12, 12])
    const last = circles(rest.at(-1))
    expect(last.filter(({ style }) => style?.stroke === accent)).toHaveLength(13)
    expect(last.filter(({ style }) => style?.fill === accent)).toHaveLength(6 + 1)
  })

  it('turn solid where the split is reported', () => {
    const reported = changed(normal(), (o) => (o.origin === 'demo' ? { ...o, origin: 'reported' } : o))
    const [first] = moonsOf(quzhou(reported))
    expect(circles(first).map(({ style }) => style?.fill)).toEqual(Array.from({ length: 12 }, () => data))
    expect(drawSvg(option(quzhou(reported), context(size)), size).svg).not.toContain('stroke-dasharray')
    expect(drawSvg(option(quzhou(normal()), context(size)), size).svg).toContain('stroke-dasharray')
  })

  it('are neutral and empty where a session has no value', () => {
    const [first, second] = moonsOf(townWave(3, demands(1, null), demands(3, '2')))
    expect(circles(first)).toEqual([])
    expect(flat(must(first)).some(({ style }) => style?.stroke === neutral)).toBe(true)
    expect(textsOf([must(first)])).toEqual(['1', '1月上', '未报'])
    expect(textsOf([must(second)])).toEqual(['2', '2月上', '未公布'])
  })

  it('are dashed gold and say so where they are forecast', () => {
    const [first] = moonsOf(townWave(2, demands(1, '2', { obsStatus: 'F' }), demands(2, '1')))
    expect(textsOf([must(first)])).toContain('2 预计')
    expect(flat(must(first)).some(({ style }) => style?.stroke === accent)).toBe(true)
  })

  it('carry their numbers as text that can be read', () => {
    const { texts } = drawSvg(option(quzhou(normal()), context(size)), size)
    expect(texts.map(({ text }) => text)).toEqual(expect.arrayContaining(['11', '10月下', '13']))
    expect(texts.every(({ fontPx }) => fontPx >= 18)).toBe(true)
  })
})
