import type { SceneAnswer } from '#contract/endpoints.ts'
import type { Observation } from '#contract/observation.ts'
import { definitionLines } from '#charts/provenance.ts'

export interface Footnote {
  readonly mark: string
  /** `服务回归项目、回归总投资` */
  readonly names: string
  readonly text: string
}

const MARKS = Array.from('①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳')

const cut = (line: string): readonly [string, string] => {
  const at = line.indexOf('：')
  return [line.slice(0, at), line.slice(at + 1)]
}

export interface Footnotes {
  readonly notes: readonly Footnote[]
  /** `①②`: the notes that go with these figures; empty where none does. */
  readonly marksOf: (observations: readonly Observation[]) => string
}

/** The definitions and notes of all that the scene shows, numbered; what is said of several figures is said once. */
export function footnotesOf(observations: readonly Observation[], answer: Pick<SceneAnswer, 'indicators'>): Footnotes {
  const texts = new Map<string, string[]>()
  for (const [name, text] of definitionLines(observations, answer).map(cut)) texts.set(text, [...(texts.get(text) ?? []), name])
  const notes = [...texts].map(([text, names], i) => ({ mark: MARKS[i] ?? `(${i + 1})`, names: [...new Set(names)].join('、'), text }))
  const marksOf = (own: readonly Observation[]): string => {
    const said = new Set(definitionLines(own, answer).map((line) => cut(line)[1]))
    return notes.flatMap(({ text, mark }) => (said.has(text) ? [mark] : [])).join('')
  }
  return { notes, marksOf }
}
