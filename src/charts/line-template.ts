import { endPointOf } from '#contract/period.ts'
import { SLOT } from '#contract/template.ts'
import { figureOf, type FigureItem, type PanelData } from './panel-data.ts'

export type LinePiece = { readonly text: string } | { readonly figure: FigureItem }

/** `period` is the tag of its end (2022-09), `span` the words the source prints for it (近三年), `note` what it must not be taken for. */
function wordPiece({ observation }: FigureItem, form: string): LinePiece {
  if (form === 'note') return { text: observation.note ?? '' }
  const end = endPointOf(observation.timePeriod) ?? '每年'
  return { text: form === 'span' ? (observation.periodText ?? end) : end }
}

/**
 * A line of a scene file with figures in it: `促成项目 {zs.projects} · {span zs.projects}`.
 * Figures and periods come from the data, so that a new release never leaves an old word standing.
 * Null when one of its figures is not in the view: half a line would say something else.
 */
export function linePieces(data: PanelData<unknown>, template: string): readonly LinePiece[] | null {
  const pieces: LinePiece[] = []
  let at = 0
  for (const match of template.matchAll(SLOT)) {
    const figure = figureOf(data, match[2] ?? '')
    if (figure === null) return null
    if (match.index > at) pieces.push({ text: template.slice(at, match.index) })
    pieces.push(match[1] === undefined ? { figure } : wordPiece(figure, match[1]))
    at = match.index + match[0].length
  }
  return at < template.length ? [...pieces, { text: template.slice(at) }] : pieces
}
