import { createHash } from 'node:crypto'
import type { MadePicture } from '#charts/picture-kind.ts'
import type { Block, Room } from '#charts/picture.ts'
import type { Sheet } from '#charts/sheet.ts'
import { drawing } from '#charts/typeset/blocks.ts'
import { stacked, type Laid } from '#charts/typeset/laid.ts'
import { stylesOf } from '#charts/typeset/styles.ts'
import { paragraph } from '#charts/typeset/text.ts'
import { PICTURE } from '#tokens/sizes.ts'
import type { Theme } from '#tokens/themes.ts'
import { createCanvas, type Canvas } from './canvas.ts'
import { chartElements } from './chart.ts'
import { element, rounded, type Element } from './element.ts'
import { footOf, headlineOf, headOf, marginOf, topOf, underline } from './frame.ts'
import type { Letterer } from './lettering.ts'
import { shapesElements } from './shapes.ts'

/** A picture is nothing without its sheet: what must stand beside its figures. */
export interface PictureOrder {
  readonly sheet: Sheet
  /** Null where the panel has nothing to show. */
  readonly made: MadePicture | null
  /** Of which region it is; empty where it is of the whole that the pack is about. */
  readonly place: string
  readonly theme: Theme
  /** Of the finished picture, in pixels. */
  readonly width: number
  /** It becomes pixels, which nobody reads the texts of. */
  readonly placed: boolean
}

export interface DrawnPicture {
  /** The root element without fonts in it. */
  readonly svg: Element
  readonly canvas: Canvas
  readonly width: number
  readonly height: number
}

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value))

/** 11.6 px on the narrowest picture and 12.5 px on the widest: the least text of a chart is never under 13 px. */
export const remOf = (width: number): number => 11.6 + (0.9 * (width - PICTURE.least)) / (PICTURE.most - PICTURE.least)

/** What is not shown has no source, unless something is stated over it. */
const withoutFigures = (sheet: Sheet): Sheet => (sheet.statement === null ? { ...sheet, tags: { known: null, period: null, demo: null }, source: '' } : sheet)

const NOT_NOW = ['本面板现在不显示', '它只在所代替的面板没有数据，或名次隐藏时出现'] as const

function emptyBody({ title, panel }: Sheet, room: Room): readonly Block[] {
  const { strong, label } = stylesOf(room)
  const words = panel.standsInFor === undefined ? ['本期无已发布数据', `${title}尚未公布或报送`] : NOT_NOW
  return drawing(stacked(words.map((text, index) => paragraph(text, index === 0 ? strong : label, room.width, room.measure))), 24, 24)
}

const at = (x: number, y: number, children: readonly Element[]): Element[] =>
  children.length === 0 ? [] : [element('g', { transform: `translate(${rounded(x)} ${rounded(y)})` }, children)]

/** What a block takes of the picture's height. */
export const heightOf = (block: Block): number => block.height - (block.kind === 'chart' ? (block.raise ?? 0) : 0)

export function blockElements(block: Block, room: Room, canvas: Canvas): Element[] {
  if (block.kind === 'drawing') return shapesElements(block.shapes, canvas)
  const { left = 0, right = 0, raise = 0, height, over = [] } = block
  const ctx = { width: room.width - left - right, height, rem: room.rem, theme: room.theme, muted: false }
  return at(0, -raise, [...at(left, 0, chartElements(block, ctx, canvas)), ...shapesElements(over, canvas)])
}

/** From top to bottom, each part at its place; returns where the last one ends. */
function laidOut(
  parts: readonly { readonly height: number; readonly gap: number; readonly draw: () => Element[] }[],
  x: number,
  from: number
): { elements: Element[]; bottom: number } {
  let y = from
  const elements = parts.flatMap(({ height, gap, draw }) => {
    const placed = at(x, y + gap, draw())
    y += gap + height
    return placed
  })
  return { elements, bottom: y }
}

const GAP = { top: 18, body: 16, foot: 14, bottom: 14 } as const

function inWords({ sheet, made }: PictureOrder): string {
  const rows = made?.table.rows.map((row) => row.filter((cell) => cell !== '').join(' ')) ?? []
  const words = [made?.summary ?? '本期无已发布数据。', rows.length === 0 ? '' : `${rows.join('；')}。`, ...sheet.definitions, sheet.source, sheet.edition]
  return words.filter((text) => text !== '').join('\n')
}

/** Two pictures that differ have different ids, and the same one has the same. */
function prefixOf(order: PictureOrder): string {
  const { sheet, theme, width } = order
  const hash = createHash('sha256').update(JSON.stringify([inWords(order), sheet.subtitle, sheet.region, theme.name, width]))
  return `${sheet.scene.id}-${sheet.panel.id}-${hash.digest('hex').slice(0, 8)}`
}

/** Lays a panel's picture out at 360 to 800 px and scales it to the width that is asked for. */
export function drawPicture(order: PictureOrder, letterer: Letterer): DrawnPicture {
  const { made, theme, width, place, placed } = order
  const sheet = made === null ? withoutFigures(order.sheet) : order.sheet
  const canvas = createCanvas({ letterer, placed, prefix: prefixOf(order) })
  const whole = clamp(width, PICTURE.least, PICTURE.most)
  const margin = marginOf(whole)
  const room: Room = { width: whole - 2 * margin, rem: remOf(whole), theme, measure: letterer.measure }
  const blocks = made === null ? emptyBody(sheet, room) : made.blocks(room)
  const set = (laid: Laid, gap: number) => ({ height: laid.height, gap, draw: () => shapesElements(laid.shapes, canvas) })
  const body = blocks.map((block, index) => ({ height: heightOf(block), gap: index === 0 ? GAP.body : 0, draw: () => blockElements(block, room, canvas) }))
  const head = headOf(sheet, room, place, made?.scope ?? null)
  const { elements, bottom } = laidOut([set(head, GAP.top), ...body, set(footOf(sheet, room), GAP.foot)], margin, 0)
  const tall = Math.ceil(bottom + GAP.bottom)
  const ground = element('rect', { width: whole, height: tall, fill: theme.light ? theme.bg0 : theme.bg1 })
  const content = [ground, ...shapesElements(topOf(whole, room), canvas), ...elements]
  const title = [headlineOf(sheet), underline(sheet, place)].filter((text) => text !== '').join('｜')
  const height = Math.round((tall * width) / whole)
  const svg = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${whole} ${tall}`,
      role: 'img',
      'aria-labelledby': `${canvas.prefix}-title`,
      'aria-describedby': `${canvas.prefix}-desc`,
      lang: 'zh-CN'
    },
    [
      element('title', { id: `${canvas.prefix}-title` }, [title]),
      element('desc', { id: `${canvas.prefix}-desc` }, [inWords(order)]),
      element('defs', {}, canvas.definitions()),
      ...content
    ]
  )
  return { svg, canvas, width, height }
}
