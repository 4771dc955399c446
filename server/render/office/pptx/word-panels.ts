import type { SceneAnswer } from '#contract/endpoints.ts'
import type { Panel } from '#contract/scene.ts'
import { sourceText } from '#charts/provenance.ts'
import type { Sheet } from '#charts/sheet.ts'

/** Kinds that show words of the pack and no figures, and what is known of the words: those of a pack are of what its published figures are of. */
const KNOWN: ReadonlyMap<string, string> = new Map([
  ['milestones', '已发布'],
  ['programme-list', '名称已发布'],
  ['village-glyph', '名称已发布']
])

const knownOf = ({ kind, options }: Panel): string | undefined => {
  const tag = options?.['tag']
  return typeof tag === 'string' && tag !== '' ? tag : KNOWN.get(kind)
}

/** Words have their source and status as figures have: said by the sheet of a panel that has no figures. */
export function saidOfWords(sheet: Sheet, answer: Pick<SceneAnswer, 'observations' | 'sources'>): Sheet {
  const known = sheet.figures.length === 0 && KNOWN.has(sheet.panel.kind) ? knownOf(sheet.panel) : undefined
  if (known === undefined) return sheet
  const published = answer.observations.filter(({ origin }) => origin === 'published')
  return { ...sheet, tags: { known, period: null, demo: null }, source: sourceText(published, answer) }
}
