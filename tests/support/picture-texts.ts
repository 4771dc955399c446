import type { Element } from '#server/render/element.ts'
import type { Raster } from '#server/render/png.ts'

/** Where a text, or a stretch of one, stands in a picture, in the picture's own px; as tall as a digit. */
export interface TextBox {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** Which text it is part of. */
  readonly of: number
}

type Matrix = readonly [number, number, number, number, number, number]

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

const times = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix => [
  a * g + c * h,
  b * g + d * h,
  a * i + c * j,
  b * i + d * j,
  a * k + c * l + e,
  b * k + d * l + f
]

function operation(name: string, numbers: readonly number[]): Matrix {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = numbers
  if (name === 'translate') return [1, 0, 0, 1, a, b]
  if (name === 'scale') return [a, 0, 0, numbers.length > 1 ? b : a, 0, 0]
  if (name === 'matrix') return [a, b, c, d, e, f]
  const turn = (a * Math.PI) / 180
  return [Math.cos(turn), Math.sin(turn), -Math.sin(turn), Math.cos(turn), 0, 0]
}

const matrixOf = (transform: string | number = ''): Matrix =>
  [...String(transform).matchAll(/(\w+)\(([^)]*)\)/g)].reduce<Matrix>(
    (matrix, [, name = '', numbers = '']) =>
      times(
        matrix,
        operation(
          name,
          numbers
            .split(/[\s,]+/)
            .filter((part) => part !== '')
            .map(Number)
        )
      ),
    IDENTITY
  )

type Width = (text: string, family: string, weight: number, size: number) => number

/** The upright box around a box that may be turned. */
function around(matrix: Matrix, x: number, y: number, width: number, height: number): Omit<TextBox, 'text' | 'of'> {
  const [a, b, c, d, e, f] = matrix
  const corners = [
    [x, y],
    [x + width, y],
    [x, y + height],
    [x + width, y + height]
  ].map(([px = 0, py = 0]) => [a * px + c * py + e, b * px + d * py + f] as const)
  const [xs, ys] = [corners.map(([px]) => px), corners.map(([, py]) => py)]
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  return { x: left, y: top, width: Math.max(...xs) - left, height: Math.max(...ys) - top }
}

/** A digit reaches so far up from the baseline, in parts of its size. */
const TALL = 0.7

/** Every stretch of text that a picture of placed texts shows, but for outlines under texts. */
export function textBoxes(svg: Element, widthOf: Width): readonly TextBox[] {
  const boxes: TextBox[] = []
  let texts = 0
  const visit = (node: Element | string, matrix: Matrix): void => {
    if (typeof node === 'string' || node.tag === 'defs' || node.attrs['aria-hidden'] === 'true') return
    const own = times(matrix, matrixOf(node.attrs['transform']))
    if (node.tag !== 'text') {
      for (const child of node.children) visit(child, own)
      return
    }
    texts += 1
    for (const span of node.children) {
      if (typeof span === 'string') continue
      const whole = span.children.filter((child) => typeof child === 'string').join('')
      const text = whole.trim()
      const size = Number(span.attrs['font-size'])
      const family = /'([^']+)'/.exec(String(span.attrs['font-family']))?.[1] ?? ''
      const wide = (part: string): number => widthOf(part, family, Number(span.attrs['font-weight']), size)
      // Spaces before it have no ink, and move it.
      const x = Number(span.attrs['x']) + wide(whole.slice(0, whole.length - whole.trimStart().length))
      if (text !== '') boxes.push({ text, of: texts, ...around(own, x, Number(node.attrs['y']) - TALL * size, wide(text), TALL * size) })
    }
  }
  visit(svg, IDENTITY)
  return boxes
}

/** How far into each other two boxes may reach that do not look so: letters have room around them. */
const SLACK = 1.5

const meet = (a: TextBox, b: TextBox): boolean =>
  a.x + SLACK < b.x + b.width && b.x + SLACK < a.x + a.width && a.y + SLACK < b.y + b.height && b.y + SLACK < a.y + a.height

/** Pairs of texts that lie on each other, in words. */
export function overlaps(boxes: readonly TextBox[]): string[] {
  return boxes.flatMap((a, index) => boxes.slice(index + 1).flatMap((b) => (a.of !== b.of && meet(a, b) ? [`${a.text} × ${b.text}`] : [])))
}

/** Texts that are not wholly in the picture. */
export const outside = (boxes: readonly TextBox[], width: number, height: number): string[] =>
  boxes.filter(({ x, y, ...box }) => x < -0.5 || y < -0.5 || x + box.width > width + 0.5 || y + box.height > height + 0.5).map(({ text }) => text)

/** Stretches of text where two drawings of a picture do not differ: one with its letters and one without. `scale` is pixels by px. */
export function withoutInk(boxes: readonly TextBox[], drawn: Raster, bare: Raster, scale: number): string[] {
  const differs = (x: number, y: number): boolean => {
    const at = (y * drawn.width + x) * 4
    return [0, 1, 2].some((channel) => Math.abs((drawn.pixels[at + channel] ?? 0) - (bare.pixels[at + channel] ?? 0)) > 24)
  }
  const hasInk = (box: TextBox): boolean => {
    const [left, top] = [Math.max(0, Math.floor(box.x * scale)), Math.max(0, Math.floor(box.y * scale))]
    const [right, bottom] = [
      Math.min(drawn.width, Math.ceil((box.x + box.width) * scale)),
      Math.min(drawn.height, Math.ceil((box.y + box.height * 1.2) * scale))
    ]
    for (let y = top; y < bottom; y += 1) for (let x = left; x < right; x += 1) if (differs(x, y)) return true
    return false
  }
  return boxes.filter((box) => !hasInk(box)).map(({ text }) => text)
}
