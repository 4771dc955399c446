import type { SceneAnswer } from '#contract/endpoints.ts'
import type { Observation } from '#contract/observation.ts'
import { definitionLines } from '#charts/provenance.ts'

export interface Footnote {
  /** `注1` */
  readonly mark: string
  /** `服务回归项目、回归总投资` */
  readonly names: string
  readonly text: string
}

const cut = (line: string): readonly [string, string] => {
  const at = line.indexOf('：')
  return [line.slice(0, at), line.slice(at + 1)]
}

export interface Footnotes {
  readonly notes: readonly Footnote[]
  /** `注1、2`: the notes that go with these figures; empty where none does. */
  readonly marksOf: (observations: readonly Observation[]) => string
}

/** The definitions and notes of all that the scene shows, numbered; what is said of several figures is said once. */
export function footnotesOf(observations: readonly Observation[], answer: Pick<SceneAnswer, 'indicators'>): Footnotes {
  const texts = new Map<string, string[]>()
  for (const [name, text] of definitionLines(observations, answer).map(cut)) texts.set(text, [...(texts.get(text) ?? []), name])
  const notes = [...texts].map(([text, names], i) => ({ mark: `注${i + 1}`, names: [...new Set(names)].join('、'), text }))
  const marksOf = (own: readonly Observation[]): string => {
    const said = new Set(definitionLines(own, answer).map((line) => cut(line)[1]))
    const numbers = notes.flatMap(({ text }, i) => (said.has(text) ? [i + 1] : []))
    return numbers.length === 0 ? '' : `注${numbers.join('、')}`
  }
  return { notes, marksOf }
}
