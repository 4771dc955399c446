import { all, down, type XmlNode } from '#server/render/office/pptx/validate/xml-read.ts'
import { heightIn, runsWidth } from '#server/render/office/pptx/widths.ts'

/** In px of a slide of 1280 by 720. */
export interface Area {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** What a slide says or shows in one piece, and the room that it really takes. */
export interface Block {
  readonly name: string
  readonly kind: 'text' | 'table' | 'chart' | 'picture'
  /** As the file says it. */
  readonly box: Area
  /** As its texts need it. */
  readonly area: Area
  readonly text: string
}

const EMU = 9525
const numberOf = (node: XmlNode | undefined, name: string): number => Number(node?.attrs.get(name) ?? 0) / EMU

function boxOf(frame: XmlNode | undefined): Area {
  const [off, ext] = [down(frame, 'a:off'), down(frame, 'a:ext')]
  const [left, top] = [numberOf(off, 'x'), numberOf(off, 'y')]
  return { left, top, right: left + numberOf(ext, 'cx'), bottom: top + numberOf(ext, 'cy') }
}

const textIn = (node: XmlNode): string =>
  all(node, 'a:t')
    .map(({ text }) => text)
    .join('')

interface ReadParagraph {
  readonly runs: readonly { readonly text: string; readonly size: number; readonly bold: boolean }[]
  readonly before: number
  readonly lines: number
  readonly bullet?: { readonly room: number }
  readonly align: string
}

/** Letters are in hundredths of a point, a px being three quarters of one. */
const LETTERS = 75

function paragraphIn(node: XmlNode): ReadParagraph {
  const properties = down(node, 'a:pPr')
  const runs = [...all(node, 'a:r'), ...all(node, 'a:fld')].map((run) => {
    const letters = down(run, 'a:rPr')
    return { text: textIn(run), size: Number(letters?.attrs.get('sz')) / LETTERS, bold: letters?.attrs.get('b') === '1' }
  })
  const spacing = (tag: string, value: string): number | undefined => {
    const found = properties === undefined ? undefined : all(properties, tag)[0]
    const number = found === undefined ? undefined : all(found, value)[0]?.attrs.get('val')
    return number === undefined ? undefined : Number(number)
  }
  const room = numberOf(properties, 'marL')
  return {
    runs,
    before: (spacing('a:spcBef', 'a:spcPts') ?? 0) / LETTERS,
    lines: (spacing('a:lnSpc', 'a:spcPct') ?? 100_000) / 100_000,
    align: properties?.attrs.get('algn') ?? 'l',
    ...(room === 0 ? {} : { bullet: { room } })
  }
}

const paragraphsIn = (node: XmlNode): ReadParagraph[] => all(node, 'a:p').map(paragraphIn)

/** Where the letters of a text stand in its box. */
function textArea(shape: XmlNode, box: Area): Area {
  const paragraphs = paragraphsIn(shape)
  const body = all(shape, 'a:bodyPr')[0]
  const wide = box.right - box.left
  const natural = Math.max(0, ...paragraphs.map(({ runs, bullet }) => runsWidth(runs) + (bullet?.room ?? 0)))
  const width = body?.attrs.get('wrap') === 'none' ? natural : Math.min(wide, natural)
  const height = heightIn(paragraphs, wide)
  const free = box.bottom - box.top - height
  const top = box.top + { t: 0, ctr: free / 2, b: free }[body?.attrs.get('anchor') as 't' | 'ctr' | 'b']
  const align = paragraphs[0]?.align ?? 'l'
  const left = align === 'r' ? box.right - width : align === 'ctr' ? box.left + (wide - width) / 2 : box.left
  return { left, top, right: left + width, bottom: top + height }
}

/** Rows are as high as they say, or as their texts need where that is more. */
function tableArea(frame: XmlNode, box: Area): Area {
  const columns = all(frame, 'a:gridCol').map((column) => numberOf(column, 'w'))
  const heights = all(frame, 'a:tr').map((row) => {
    const needed = all(row, 'a:tc').map((cell, index) => {
      const margins = down(cell, 'a:tcPr')
      const width = (columns[index] ?? 0) - numberOf(margins, 'marL') - numberOf(margins, 'marR')
      return heightIn(paragraphsIn(cell), width) + numberOf(margins, 'marT') + numberOf(margins, 'marB')
    })
    return Math.max(numberOf(row, 'h'), ...needed)
  })
  return { ...box, right: box.left + columns.reduce((sum, width) => sum + width, 0), bottom: box.top + heights.reduce((sum, height) => sum + height, 0) }
}

function blockOf(node: XmlNode): Block | null {
  const name = all(node, 'p:cNvPr')[0]?.attrs.get('name') ?? ''
  const text = textIn(node)
  const box = boxOf(node.tag === 'p:graphicFrame' ? down(node, 'p:xfrm') : down(node, 'p:spPr', 'a:xfrm'))
  if (node.tag === 'p:sp') return text === '' ? null : { name, kind: 'text', box, area: textArea(node, box), text }
  if (node.tag === 'p:pic') return { name, kind: 'picture', box, area: box, text }
  if (node.tag !== 'p:graphicFrame') return null
  return all(node, 'a:tbl').length > 0 ? { name, kind: 'table', box, area: tableArea(node, box), text } : { name, kind: 'chart', box, area: box, text }
}

/** In the order that they are read in. */
export const blocksOf = (slide: XmlNode): Block[] => (down(slide, 'p:cSld', 'p:spTree')?.children ?? []).flatMap((node) => blockOf(node) ?? [])

/** How far two areas lie into each other, in px of the side that is less; 0 where they do not. */
export function overlap(a: Area, b: Area): number {
  const [wide, tall] = [Math.min(a.right, b.right) - Math.max(a.left, b.left), Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)]
  return Math.max(0, Math.min(wide, tall))
}
