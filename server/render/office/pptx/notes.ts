import { citation, type Sheet } from '#charts/sheet.ts'
import type { DeckPanel } from './deck-panel.ts'

/** Where it is from, in which edition, and how it is cited. */
export const sourceNotes = ({ source, edition }: Pick<Sheet, 'source' | 'edition'>, cited: string): string[] => [
  ...(source === '' ? [] : [`【${source.slice(0, 2)}】${source.slice(3)}`]),
  `【版次】${edition}`,
  `【引用】${cited}`
]

/** What the speaker needs to know of a slide: what it says, what is counted, where it is from, and how it is cited. */
export function notesOf({ sheet, made }: DeckPanel, address: string): string[] {
  const own = new Set(sheet.figures.map(({ name, definition }) => `${name}：${definition}`))
  const said = new Set([...sheet.definitions, ...own])
  const demo = sheet.tags.demo === null ? [] : [`含演示数据（${sheet.tags.demo}）：斜纹、虚线、空心标出，由脚本生成，不作考核依据。`]
  return [
    ...(made === null ? [] : [`【要点】${made.summary}`]),
    ...[...said].map((text) => `【口径】${text}`),
    ...demo.map((text) => `【演示】${text}`),
    ...sourceNotes(sheet, citation(sheet, address))
  ]
}
