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
  /** What stands around a number: 第1, 92.4分※. */
  readonly before?: string
  readonly after?: string
  /** Of a change: more is told from less. */
  readonly signed?: boolean
}

export interface Looks {
  /** The number of the look's style: the same look has the same. */
  readonly of: (look: Look) => number
  readonly xml: () => Element
}

/** Formats of its own begin here. */
const FIRST_FORMAT = 164

const quoted = (text: string): string => (text === '' ? '' : `"${text.replaceAll('"', '')}"`)

/** Thousands with commas, as Chinese tables of figures have them; null where it is no number. */
function formatOf({ places, before = '', after = '', signed = false }: Look): string | null {
  if (places === undefined) return null
  const one = (sign: string): string => `${quoted(sign + before)}#,##0${places === 0 ? '' : `.${'0'.repeat(places)}`}${quoted(after)}`
  return signed ? ['+', '−', ''].map(one).join(';') : one('')
}

/** The formats of all looks, each once. */
const codesOf = (looks: readonly Look[]): readonly string[] => [...new Set(looks.flatMap((look) => formatOf(look) ?? []))].toSorted()

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

function xfOf(look: Look, codes: readonly string[]): Element {
  const [code, bold] = [formatOf(look), look.head === true ? 1 : 0]
  const numFmtId = code === null ? 0 : FIRST_FORMAT + codes.indexOf(code)
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

const formatsXml = (codes: readonly string[]): Element[] => {
  const formats = codes.map((formatCode, index) => element('numFmt', { numFmtId: FIRST_FORMAT + index, formatCode }))
  return formats.length === 0 ? [] : [counted('numFmts', formats)]
}

function stylesXml(looks: readonly Look[]): Element {
  const codes = codesOf(looks)
  return element('styleSheet', { xmlns: MAIN }, [
    ...formatsXml(codes),
    counted('fonts', [font(false), font(true)]),
    // The first two are always these.
    counted('fills', [pattern('none'), pattern('gray125'), pattern('lightUp', mix(bg0, line2, 0.55)), pattern('solid', bg2)]),
    counted('borders', [border(false), border(true)]),
    counted('cellStyleXfs', [element('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 })]),
    counted(
      'cellXfs',
      looks.map((look) => xfOf(look, codes))
    ),
    counted('cellStyles', [element('cellStyle', { name: 'Normal', xfId: 0, builtinId: 0 })])
  ])
}

const KEYS = ['head', 'demo', 'middle', 'apart', 'wrap', 'top', 'quoted', 'places', 'before', 'after', 'signed'] as const satisfies readonly (keyof Look)[]

/** The looks of one workbook. They are numbered as they are first asked for; 0 is that of a cell without any. */
export function createLooks(): Looks {
  const known = new Map<string, number>()
  const looks: Look[] = []
  const of = (look: Look): number => {
    const key = KEYS.map((name) => (look[name] === false ? '' : (look[name] ?? ''))).join('\n')
    const style = known.get(key) ?? looks.push(look) - 1
    known.set(key, style)
    return style
  }
  of({})
  return { of, xml: () => stylesXml(looks) }
}
