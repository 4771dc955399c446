import { labelOf } from '#charts/panel-data.ts'
import type { Room, Shape } from '#charts/picture.ts'
import type { Sheet } from '#charts/sheet.ts'
import { flowed, moved, stacked, type Laid } from '#charts/typeset/laid.ts'
import { demoTag, publishedTag, scopeMark } from '#charts/typeset/marks.ts'
import { stylesOf } from '#charts/typeset/styles.ts'
import { line, paragraph } from '#charts/typeset/text.ts'
import { phrase } from '#format/phrase.ts'
import { BRAND_BOX, BRAND_DOT, BRAND_RINGS } from '#tokens/brand-rings.ts'
import { PICTURE } from '#tokens/sizes.ts'

const WIDE = 600
/** Free on both sides of what is in the frame. */
export const marginOf = (width: number): number => (width >= WIDE ? 24 : 16)

const ACCENT = { width: 48, height: 5 } as const

/** What stands largest over a picture: what it states in published figures, else its title. */
export const headlineOf = ({ statement, title }: Pick<Sheet, 'statement' | 'title'>): string =>
  statement === null
    ? title
    : statement.map((piece) => ('text' in piece ? piece.text : phrase(piece.figure.observation, piece.figure.indicator.unitMeasure))).join('')

/** What is shown, of where, in which unit, of when. */
export function underline({ statement, title, subtitle, figures }: Sheet, place: string): string {
  const named = statement === null || figures.some(({ indicator }) => subtitle.startsWith(labelOf(indicator))) ? '' : title
  return [place, named, subtitle].filter((text) => text !== '').join('，')
}

function tagsOf({ tags: { known, period, demo } }: Sheet, scope: string | null, room: Room): Laid {
  const parts = [
    ...(scope === null ? [] : [scopeMark(scope, room, room.width)]),
    ...(known === null ? [] : [publishedTag(period === null ? known : `${known} ${period}`, room)]),
    ...(demo === null ? [] : [demoTag(demo, room)])
  ]
  return flowed(parts, { width: room.width, gap: 12, lineGap: 4 })
}

/** Title and tags in one line where both have room, else one under the other. */
function titleLine(sheet: Sheet, scope: string | null, room: Room): Laid {
  const size = sheet.statement === null ? PICTURE.title : PICTURE.statement
  const style = { font: 'serif', size, weight: 700, fill: room.theme.t1, line: 1.3, even: true } as const
  const [tags, text] = [tagsOf(sheet, scope, room), headlineOf(sheet)]
  if (room.measure(text, style) + tags.width + 20 > room.width) return stacked([paragraph(text, style, room.width, room.measure), tags], 6)
  const title = line(text, style, room.measure)
  return { ...title, width: room.width, shapes: [...title.shapes, moved(tags.shapes, room.width - tags.width, (title.height - tags.height) / 2)] }
}

/** `scope` is the word for a wider area that all of the panel is of. */
export function headOf(sheet: Sheet, room: Room, place: string, scope: string | null): Laid {
  const { label } = stylesOf(room)
  return stacked([titleLine(sheet, scope, room), paragraph(underline(sheet, place), { ...label, font: 'inline' }, room.width, room.measure)], 3)
}

const MARK = 20

/** 同心圆 and what the pack is called. */
function brand({ publisher }: Sheet, room: Room): Laid {
  const { theme, measure } = room
  const words = line(publisher, { font: 'sans', size: PICTURE.min, weight: 600, fill: theme.t2 }, measure)
  const middle = BRAND_BOX / 2
  const rings: Shape[] = BRAND_RINGS.map(({ radius, width, opacity }) => ({
    kind: 'circle',
    x: middle,
    y: middle,
    radius,
    stroke: theme.accent,
    strokeWidth: width,
    opacity
  }))
  const mark: Shape = {
    kind: 'group',
    scale: MARK / BRAND_BOX,
    shapes: [...rings, { kind: 'circle', x: middle, y: middle, radius: BRAND_DOT, fill: theme.accent }]
  }
  return { width: MARK + 8 + words.width, height: MARK, shapes: [mark, moved(words.shapes, MARK + 8, (MARK - words.height) / 2)] }
}

/** A hairline, then the source, the edition and the brand. */
export function footOf(sheet: Sheet, room: Room): Laid {
  const { quiet } = stylesOf(room)
  const own = brand(sheet, room)
  const beside = room.width - own.width - 24 >= 240
  const words = stacked(
    [sheet.source, sheet.edition].map((text) => paragraph(text, quiet, beside ? room.width - own.width - 24 : room.width, room.measure)),
    1
  )
  const hairline: Shape = { kind: 'line', x1: 0, y1: 0.5, x2: room.width, y2: 0.5, stroke: room.theme.line }
  const [top, height] = [10, beside ? Math.max(words.height, own.height) : words.height + 8 + own.height]
  const mark = beside
    ? moved(own.shapes, room.width - own.width, top + Math.max(0, (words.height - own.height) / 2))
    : moved(own.shapes, 0, top + words.height + 8)
  return { width: room.width, height: top + height, shapes: [hairline, moved(words.shapes, 0, top), mark] }
}

/** The rule and the accent's bar along the upper edge. */
export const topOf = (width: number, { theme }: Room): Shape[] => [
  { kind: 'rect', x: 0, y: 0, width, height: 1, fill: theme.light ? theme.t1 : theme.line2 },
  { kind: 'rect', x: marginOf(width), y: 0, width: ACCENT.width, height: ACCENT.height, fill: theme.accent }
]
