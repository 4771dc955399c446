import { describe, expect, it } from 'vitest'
import type { LinePiece } from '#charts/line-template.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { phrase } from '#format/phrase.ts'
import { visiblePanels } from '#scenes/visible-panels.ts'
import { answerOf } from '#tests/support/panel-data.ts'
import type { View } from '#view/codec.ts'
import { pageFacts } from './page-facts.ts'

const snapshot = normal()
const answer = answerOf(snapshot)
const { info } = snapshot.document
const factsOf = (shown = answer, view: View = {}) => pageFacts({ panels: visiblePanels(shown, 'column'), answer: shown, info, view })

const text = (line: readonly LinePiece[] | null): string | undefined =>
  line?.map((piece) => ('text' in piece ? piece.text : phrase(piece.figure.observation, piece.figure.indicator.unitMeasure))).join('')

describe('the words of a page', () => {
  it('are a headline of published figures, and up to five of them by themselves', () => {
    const { headline, standfirst, leading } = factsOf()
    expect(text(headline)).toBe('3万余名乡贤聚力，服务回归项目958个')
    expect(text(standfirst)).toContain('2.2万余件')
    expect(leading.map(({ indicator }) => indicator.id)).toEqual(['xxt.members', 'xxt.services', 'xxt.satisfaction', 'xxt.projects', 'xxt.investment'])
    expect(leading.map(({ period }) => period)).toEqual(Array.from({ length: 5 }, () => '2022-10'))
  })

  it('are the title of the scene where one of its figures is not published', () => {
    const observations = answer.observations.map((o) => (o.indicator === 'xxt.projects' && o.freq === '_Z' ? { ...o, origin: 'demo' as const } : o))
    expect(factsOf({ ...answer, observations })).toMatchObject({ headline: null, standfirst: null, title: '总览' })
  })

  it('head every panel, and say each definition once, with a number that its figures refer to', () => {
    const { panels, footnotes, led, leading } = factsOf()
    expect(panels.map(({ title }) => title)).not.toContain('')
    expect(panels[0]?.id).toBe('map')
    expect(led).toEqual(['kpi'])
    expect(footnotes.notes.map(({ text: note }) => note)).toEqual([...new Set(footnotes.notes.map(({ text: note }) => note))])
    const projects = leading.find(({ indicator }) => indicator.id === 'xxt.projects')
    expect(footnotes.marksOf(projects === undefined ? [] : [projects.observation])).toBe('注1')
    expect(footnotes.notes[0]).toMatchObject({ mark: '注1', names: '服务回归项目' })
  })

  it('name the period that is looked at where the scene has it, else that of its own figures', () => {
    expect(['2022-06', '1999', '2031-01'].map((period) => factsOf(answer, { period }).period)).toEqual(['2022年6月', '2022年10月', '2022年10月'])
  })
})
