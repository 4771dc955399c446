import { citation } from '#charts/sheet.ts'
import type { DeckPanel } from './deck-panel.ts'

/** What the speaker needs to know of a slide: what it says, what is counted, where it is from, and how it is cited. */
export function notesOf({ sheet, made }: DeckPanel, address: string): string[] {
  const own = new Set(sheet.figures.map(({ name, definition }) => `${name}：${definition}`))
  const said = new Set([...sheet.definitions, ...own])
  const demo = sheet.tags.demo === null ? [] : [`含演示数据（${sheet.tags.demo}）：斜纹、虚线、空心标出，由脚本生成，不作考核依据。`]
  return [
    ...(made === null ? [] : [`【要点】${made.summary}`]),
    ...[...said].map((text) => `【口径】${text}`),
    ...(sheet.source === '' ? [] : [`【${sheet.source.slice(0, 2)}】${sheet.source.slice(3)}`]),
    ...demo.map((text) => `【演示】${text}`),
    `【版次】${sheet.edition}`,
    `【引用】${citation(sheet, address)}`
  ]
}
