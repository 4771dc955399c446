import type { FigureItem } from '#charts/panel-data.ts'
import type { Lettering, Room, Span } from '#charts/picture.ts'
import { phraseParts, type PhrasePart } from '#format/phrase.ts'
import { absenceText } from '#format/status.ts'
import { PICTURE } from '#tokens/sizes.ts'
import type { Laid } from './laid.ts'
import { spansWidth } from './text.ts'

/** How large a phrase is set: its number, and what stands beside it. */
const SIZE = {
  kpi: { number: PICTURE.kpi, unit: PICTURE.kpiUnit, gap: 4 },
  hero: { number: PICTURE.hero, unit: PICTURE.heroUnit, gap: 3.5 },
  row: { number: PICTURE.row, unit: PICTURE.rowUnit, gap: 3 },
  line: { number: PICTURE.line, unit: PICTURE.min, gap: 2 }
} as const
export type FigureSize = keyof typeof SIZE

interface Letters extends Lettering {
  readonly fill: string
}

/** Numbers large, all else of the phrase small beside them. */
function lettersOf({ role }: PhrasePart, size: FigureSize, { theme }: Pick<Room, 'theme'>, scale: number): Letters {
  const { number, unit } = SIZE[size]
  if (role === 'number') return { font: 'num', size: number * scale, weight: 500, fill: theme.t1 }
  if (role === 'magnitude') return { font: 'sans', size: Math.max(unit, (number * scale) / 2), weight: 600, fill: theme.t1 }
  return { font: 'sans', size: Math.max(PICTURE.min, unit * scale), weight: 400, fill: theme.t2 }
}

/** From five digits on a thin gap before the last three: a published phrase carries no comma. */
const numeralsOf = (part: PhrasePart): PhrasePart[] =>
  part.role === 'number' && /^\d{5,}$/.test(part.text)
    ? [
        { ...part, text: part.text.slice(0, -3) },
        { ...part, text: part.text.slice(-3) }
      ]
    : [part]

/** What is free before a part: a thin gap within a long number, a wider one between a number and its words. */
function gapBefore(part: PhrasePart, before: PhrasePart | undefined, size: FigureSize, scale: number): number {
  if (before === undefined) return 0
  const [left, right] = [before.role === 'number', part.role === 'number']
  if (left && right) return THIN * SIZE[size].number * scale
  return left || right ? SIZE[size].gap : 0
}

const THIN = 0.12
/** How far the baseline is under the upper edge, in parts of the number's size. */
const BASELINE = 0.82

function setParts(parts: readonly PhrasePart[], size: FigureSize, room: Pick<Room, 'theme' | 'measure'>, scale: number): Laid {
  const height = SIZE[size].number * scale
  const spans = parts.map((part, index): Span => {
    const gap = gapBefore(part, parts[index - 1], size, scale)
    return { text: part.text, ...lettersOf(part, size, room, scale), ...(gap === 0 ? {} : { gap }) }
  })
  return { shapes: [{ kind: 'spans', x: 0, y: height * BASELINE, spans }], width: spansWidth(spans, room.measure), height }
}

/**
 * A phrase as the page sets it: the number large, qualifier, scale and unit small on its baseline. Where there is no value it says
 * why. One that is wider than `most` is set smaller, never cut.
 */
export function figure({ observation, indicator }: FigureItem, size: FigureSize, room: Pick<Room, 'theme' | 'measure'>, most = Infinity): Laid {
  const parts = phraseParts(observation, indicator.unitMeasure).flatMap(numeralsOf)
  const words: PhrasePart[] = parts.length === 0 ? [{ role: 'unit', text: absenceText(observation.obsStatus) }] : parts
  const whole = setParts(words, size, room, 1)
  return whole.width <= most || whole.width === 0 ? whole : setParts(words, size, room, Math.max(0.4, most / whole.width))
}
