import { formatView, type View } from '#view/codec.ts'

/** The forms in which whole scenes leave as a file. */
export const DECK_KINDS = { pptx: 'PowerPoint', xlsx: '工作簿' } as const
export type DeckKind = keyof typeof DECK_KINDS

/** Where the file of one scene, or of several, is: `/api/v1/scenes/zonglan.pptx?region=330881`. A workbook has no theme. */
export function deckAddress(scenes: readonly string[], kind: DeckKind, { root, region, metric, period, release, theme }: View): string {
  const query = formatView({ root, region, metric, period, release, ...(kind === 'pptx' ? { theme } : {}) })
  if (scenes.length === 1) return `/api/v1/scenes/${scenes[0]}.${kind}${query}`
  return `/api/v1/decks.${kind}?scenes=${scenes.join(',')}${query.replace('?', '&')}`
}

/** Where it lies in an exported folder, whose only one of several scenes has all of them. */
export const deckFile = (scenes: readonly string[], kind: DeckKind): string => deckAddress(scenes, kind, {}).replace(/\?.*/, '')
