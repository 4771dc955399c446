import { PICTURE_KINDS } from '#charts/picture-kinds.ts'
import type { Block, Measure, Room, Shape } from '#charts/picture.ts'
import { boundariesAnswer, packAnswer, panelAnswer, type Snapshot } from '#contract/snapshot.ts'
import { THEMES } from '#tokens/themes.ts'
import { must } from './panel-data.ts'

/** Wide characters are as wide as they are tall, others half of that: near enough, and without a font. */
export const roughly: Measure = (text, { size }) => Array.from(text).reduce((sum, character) => sum + (character > '\u2e7f' ? size : size / 2), 0)

export const roomOf = (width = 752): Room => ({ width, rem: 12.5, theme: THEMES.paper, measure: roughly })

/** The blocks of one panel of a snapshot; null where it has nothing to show. */
export function blocksOf(snapshot: Snapshot, scene: string, id: string, { region, width }: { region?: string; width?: number } = {}): readonly Block[] | null {
  const answer = panelAnswer(snapshot, { scene, panel: id, region })
  const panel = must(answer.scene.panels[0], `panel ${id}`)
  const kind = must(PICTURE_KINDS.get(panel.kind), `picture of the kind ${panel.kind}`)
  const boundaries = boundariesAnswer(snapshot, { code: answer.root, context: '1' })
  return kind({ panel, answer, boundaries, map: packAnswer(snapshot).info.map })?.blocks(roomOf(width)) ?? null
}

const inside = (shape: Shape): readonly Shape[] => (shape.kind === 'group' ? shape.shapes.flatMap(inside) : [shape])

/** Every shape of drawings and of what lies over charts, out of its groups. */
export const shapesIn = (blocks: readonly Block[] | null): readonly Shape[] =>
  (blocks ?? []).flatMap((block) => (block.kind === 'drawing' ? block.shapes : (block.over ?? [])).flatMap(inside))

/** Every text, without blanks; a phrase of many letterings is one. */
export const textsIn = (blocks: readonly Block[] | null): readonly string[] =>
  shapesIn(blocks).flatMap((shape) => {
    const text = shape.kind === 'text' ? shape.text : shape.kind === 'spans' ? shape.spans.map((span) => span.text).join('') : ''
    return text === '' ? [] : [text.replaceAll(/\s/g, '')]
  })

/** What is striped, but for the frames of words. */
export const stripedIn = (blocks: readonly Block[] | null): readonly Shape[] =>
  shapesIn(blocks).filter((shape) => 'fill' in shape && typeof shape.fill === 'object' && 'hatch' in shape.fill && shape.fill.ground !== undefined)
