import { element, type Element } from '#server/render/element.ts'
import type { Theme } from '#tokens/themes.ts'
import { colourOf, NO_FILL, solid } from './paint.ts'
import { centipoints, emu, type Box } from './units.ts'

/** Letters of one kind: the fonts are those of the deck's theme. */
export interface Run {
  readonly text: string
  /** In px. */
  readonly size: number
  readonly colour: string
  readonly bold?: boolean
  /** The number of the slide, which whoever opens the deck counts. */
  readonly counted?: boolean
}

export interface Paragraph {
  readonly runs: readonly Run[]
  readonly align?: 'l' | 'ctr' | 'r'
  /** In px. */
  readonly before?: number
  /** In parts of the letters' height; 1 where absent. */
  readonly lines?: number
  /** A sign that hangs before the first line. */
  readonly bullet?: Bullet
}

/** A sign of Office's own: it moves with its paragraph. */
export interface Bullet {
  readonly sign: string
  readonly colour: string
  /** In parts of the letters' height. */
  readonly share: number
  /** How far the text stands behind it, in px. */
  readonly room: number
}

/** What a run is set in; its fonts are said again for readers that do not look at the theme. */
export const runProperties = (tag: string, { size, colour, bold = false }: Omit<Run, 'text'>, theme: Theme): Element =>
  element(tag, { lang: tag === 'a:defRPr' ? undefined : 'zh-CN', sz: centipoints(size), b: bold ? 1 : 0, ...(tag === 'a:rPr' ? { dirty: 0 } : {}) }, [
    solid(colour, theme),
    element('a:latin', { typeface: '+mn-lt' }),
    element('a:ea', { typeface: '+mn-ea' }),
    element('a:cs', { typeface: '+mn-cs' })
  ])

const COUNTED = '{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}'

function runXml(run: Run, theme: Theme): Element {
  const content = [runProperties('a:rPr', run, theme), element('a:t', {}, [run.text])]
  return run.counted === true ? element('a:fld', { id: COUNTED, type: 'slidenum' }, content) : element('a:r', {}, content)
}

const percent = (value: number): number => Math.round(value * 100_000)

const bulletXml = ({ sign, colour, share }: Bullet, theme: Theme): Element[] => [
  element('a:buClr', {}, [colourOf(colour, theme)]),
  element('a:buSzPct', { val: percent(share) }),
  element('a:buFont', { typeface: '+mj-ea' }),
  element('a:buChar', { char: sign })
]

const hanging = (bullet: Bullet | undefined): Record<string, number> => (bullet === undefined ? {} : { marL: emu(bullet.room), indent: -emu(bullet.room) })

export const paragraphXml = ({ runs, align = 'l', before = 0, lines = 1, bullet }: Paragraph, theme: Theme): Element =>
  element('a:p', {}, [
    element('a:pPr', { ...hanging(bullet), algn: align }, [
      element('a:lnSpc', {}, [element('a:spcPct', { val: percent(lines) })]),
      element('a:spcBef', {}, [element('a:spcPts', { val: centipoints(before) })]),
      ...(bullet === undefined ? [] : bulletXml(bullet, theme))
    ]),
    ...runs.map((run) => runXml(run, theme))
  ])

export interface TextFrame {
  readonly anchor?: 't' | 'ctr' | 'b'
  /** The text goes on in one line whatever the box is. */
  readonly oneLine?: boolean
}

export const textBody = (tag: string, paragraphs: readonly Paragraph[], { anchor = 't', oneLine = false }: TextFrame, theme: Theme): Element =>
  element(tag, {}, [
    element('a:bodyPr', { wrap: oneLine ? 'none' : 'square', lIns: 0, tIns: 0, rIns: 0, bIns: 0, anchor, rtlCol: 0 }, [element('a:noAutofit')]),
    element('a:lstStyle'),
    ...(paragraphs.length === 0 ? [element('a:p')] : paragraphs.map((paragraph) => paragraphXml(paragraph, theme)))
  ])

export const placed = ({ x, y, width, height }: Box, tag = 'a:xfrm'): Element =>
  element(tag, {}, [element('a:off', { x: emu(x), y: emu(y) }), element('a:ext', { cx: emu(Math.max(0, width)), cy: emu(Math.max(0, height)) })])

/** Which of the layout's places a text fills. */
export interface Placeholder {
  readonly type: 'title' | 'ctrTitle' | 'subTitle' | 'ftr' | 'sldNum' | 'body'
  readonly idx?: number
}

export interface TextBox extends Box, TextFrame {
  readonly name: string
  readonly paragraphs: readonly Paragraph[]
  readonly place?: Placeholder
}

export function textBox(id: number, { name, paragraphs, place, ...box }: TextBox, theme: Theme): Element {
  return element('p:sp', {}, [
    element('p:nvSpPr', {}, [
      element('p:cNvPr', { id, name }),
      place === undefined ? element('p:cNvSpPr', { txBox: 1 }) : element('p:cNvSpPr', {}, [element('a:spLocks', { noGrp: 1 })]),
      element('p:nvPr', {}, place === undefined ? [] : [element('p:ph', { type: place.type, idx: place.idx })])
    ]),
    element('p:spPr', {}, [placed(box), element('a:prstGeom', { prst: 'rect' }, [element('a:avLst')]), NO_FILL]),
    textBody('p:txBody', paragraphs, box, theme)
  ])
}
