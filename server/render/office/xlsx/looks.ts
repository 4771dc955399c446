import { element, type Element } from '#server/render/element.ts'
import { MAIN } from '#server/render/office/sheet-xml.ts'
import { mix } from '#tokens/colour.ts'
import { THEMES } from '#tokens/themes.ts'

/** How a cell looks. */
export interface Look {
  readonly head?: boolean
  /** Stripes, as all marks of demo figures have. */
  readonly demo?: boolean
  /** Over numbers: the button of a filter covers what stands at the right. */
  readonly middle?: boolean
  /** A step away from the number before it. */
  readonly apart?: boolean
  /** As many lines as the text needs. */
  readonly wrap?: boolean
  /** Of a row of long texts: they begin on one line. */
  readonly top?: boolean
  /** A text that would become a formula for who edits its cell. */
  readonly quoted?: boolean
  /** Of a number: decimal places that are always shown. */
  readonly places?: number
}

export interface Looks {
  /** The number of the look's style: the same look has the same. */
  readonly of: (look: Look) => number
  readonly xml: () => Element
}

/** Formats of its own begin here. */
const FIRST_FORMAT = 164

/** Thousands with commas, as Chinese tables of figures have them. */
const formatOf = (places: number): string => `#,##0${places === 0 ? '' : `.${'0'.repeat(places)}`}`

const { line2, t1, bg2, bg0 } = THEMES.paper
const argb = (colour: string): string => `FF${colour.slice(1).toUpperCase()}`

const FILL = { none: 0, demo: 2, head: 3 } as const

const pattern = (patternType: string, colour?: string): Element =>
  element('fill', {}, [element('patternFill', { patternType }, colour === undefined ? [] : [element('fgColor', { rgb: argb(colour) })])])

const font = (bold: boolean): Element =>
  element('font', {}, [
    ...(bold ? [element('b')] : []),
    element('sz', { val: 11 }),
    element('color', { rgb: argb(t1) }),
    element('name', { val: '微软雅黑' }),
    element('family', { val: 2 })
  ])

const SIDES = ['left', 'right', 'top', 'bottom', 'diagonal'] as const
const border = (under: boolean): Element =>
  element(
    'border',
    {},
    SIDES.map((side) => (under && side === 'bottom' ? element(side, { style: 'thin' }, [element('color', { rgb: argb(line2) })]) : element(side)))
  )

const fillOf = ({ head, demo }: Look): number => {
  if (head === true) return FILL.head
  return demo === true ? FILL.demo : FILL.none
}

const sideOf = ({ middle, apart }: Look): string | undefined => (middle === true ? 'center' : apart === true ? 'left' : undefined)

function xfOf(look: Look): Element {
  const [numFmtId, bold] = [look.places === undefined ? 0 : FIRST_FORMAT + look.places, look.head === true ? 1 : 0]
  const attrs = { numFmtId, fontId: bold, fillId: fillOf(look), borderId: bold, xfId: 0, quotePrefix: look.quoted === true ? 1 : undefined }
  const alignment = element('alignment', {
    horizontal: sideOf(look),
    vertical: look.top === true ? 'top' : 'center',
    indent: look.apart === true ? 1 : undefined,
    wrapText: look.wrap === true ? 1 : undefined
  })
  return element('xf', { ...attrs, applyNumberFormat: 1, applyFont: 1, applyFill: 1, applyBorder: 1, applyAlignment: 1 }, [alignment])
}

const counted = (tag: string, children: readonly Element[]): Element => element(tag, { count: children.length }, children)

const formatsOf = (looks: readonly Look[]): Element[] => {
  const places = [...new Set(looks.flatMap((look) => (look.places === undefined ? [] : [look.places])))].toSorted((a, b) => a - b)
  const formats = places.map((count) => element('numFmt', { numFmtId: FIRST_FORMAT + count, formatCode: formatOf(count) }))
  return formats.length === 0 ? [] : [counted('numFmts', formats)]
}

const stylesXml = (looks: readonly Look[]): Element =>
  element('styleSheet', { xmlns: MAIN }, [
    ...formatsOf(looks),
    counted('fonts', [font(false), font(true)]),
    // The first two are always these.
    counted('fills', [pattern('none'), pattern('gray125'), pattern('lightUp', mix(bg0, line2, 0.55)), pattern('solid', bg2)]),
    counted('borders', [border(false), border(true)]),
    counted('cellStyleXfs', [element('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 })]),
    counted('cellXfs', looks.map(xfOf)),
    counted('cellStyles', [element('cellStyle', { name: 'Normal', xfId: 0, builtinId: 0 })])
  ])

/** The looks of one workbook. They are numbered as they are first asked for; 0 is that of a cell without any. */
export function createLooks(): Looks {
  const known = new Map<string, number>()
  const looks: Look[] = []
  const of = ({ head = false, demo = false, middle = false, apart = false, wrap = false, top = false, quoted = false, places }: Look): number => {
    const key = [head, demo, middle, apart, wrap, top, quoted, places].join(' ')
    const style = known.get(key) ?? looks.push({ head, demo, middle, apart, wrap, top, quoted, ...(places === undefined ? {} : { places }) }) - 1
    known.set(key, style)
    return style
  }
  of({})
  return { of, xml: () => stylesXml(looks) }
}
