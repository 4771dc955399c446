import { hatchPath, type Bounds } from '#charts/hatch.ts'
import type { CircleShape, Gradient, GroupShape, Hatch, Paint, PathShape, RectShape, Shape } from '#charts/picture.ts'
import type { Canvas } from './canvas.ts'
import { colour } from './colour.ts'
import { element, rounded, type Element } from './element.ts'
import { spansElement, textElements } from './text.ts'

type Closed = PathShape | RectShape | CircleShape

const geometryOf = (shape: Closed): Element => {
  if (shape.kind === 'path') return element('path', { d: shape.d })
  if (shape.kind === 'circle') return element('circle', { cx: shape.x, cy: shape.y, r: shape.radius })
  const { x, y, width, height, radius } = shape
  return element('rect', { x, y, width: Math.max(0, width), height: Math.max(0, height), rx: radius })
}

/** Of a path: around all the numbers in it. An arc's radii make it larger than it is, which stripes do not mind. */
function boundsOf(shape: Closed): Bounds {
  if (shape.kind === 'rect') return shape
  if (shape.kind === 'circle') return { x: shape.x - shape.radius, y: shape.y - shape.radius, width: 2 * shape.radius, height: 2 * shape.radius }
  const numbers = (shape.d.match(/-?\d*\.?\d+(?:e-?\d+)?/gi) ?? []).map(Number)
  const [xs, ys] = [numbers.filter((_, index) => index % 2 === 0), numbers.filter((_, index) => index % 2 === 1)]
  const straight = /^[\sMLCQTSZ\d.,e-]*$/.test(shape.d)
  const [across, down] = straight ? [xs, ys] : [numbers, numbers]
  const [x, y] = [Math.min(...across), Math.min(...down)]
  return { x, y, width: Math.max(...across) - x, height: Math.max(...down) - y }
}

const isHatch = (fill: Paint['fill']): fill is Hatch => typeof fill === 'object' && 'hatch' in fill
const isGradient = (fill: Paint['fill']): fill is Gradient => typeof fill === 'object' && 'from' in fill

function gradient({ from, to, across = false }: Gradient, canvas: Canvas): string {
  const stop = (offset: number, of: string): Element => {
    const { fill, opacity } = colour(of)
    return element('stop', { offset, 'stop-color': fill, 'stop-opacity': opacity })
  }
  return canvas.define('linearGradient', { x1: 0, y1: 0, x2: across ? 1 : 0, y2: across ? 0 : 1 }, [stop(0, from), stop(1, to)])
}

function fillOf(fill: Paint['fill'], canvas: Canvas): Element['attrs'] {
  if (isGradient(fill)) return { fill: gradient(fill, canvas) }
  const plain = isHatch(fill) ? fill.ground : fill
  if (plain === undefined || plain === 'none') return { fill: 'none' }
  const { fill: value, opacity } = colour(plain)
  return { fill: value, 'fill-opacity': opacity }
}

function strokeOf({ stroke, strokeWidth = 1, dash, round = false }: Omit<Paint, 'fill'>): Element['attrs'] {
  if (stroke === undefined || stroke === 'none') return {}
  const { fill: value, opacity } = colour(stroke)
  return {
    stroke: value,
    'stroke-opacity': opacity,
    'stroke-width': strokeWidth,
    'stroke-dasharray': dash?.map(rounded).join(','),
    'stroke-linecap': round ? 'round' : undefined,
    'stroke-linejoin': round ? 'round' : undefined
  }
}

const clipTo = (shape: Closed, canvas: Canvas): string => canvas.define('clipPath', {}, [geometryOf(shape)])

const PERIOD = 10
const STRIPE = 2

/** Stripes over the ground and under the outline, clipped to the shape: a pattern is not drawn by every program. */
function hatched(shape: Closed, hatch: Hatch, canvas: Canvas): Element[] {
  const { hatch: stripes, period = PERIOD, stripe = STRIPE } = hatch
  const { fill, opacity } = colour(stripes)
  const lines = element('path', { d: hatchPath(boundsOf(shape), period), fill: 'none', stroke: fill, 'stroke-opacity': opacity, 'stroke-width': stripe })
  const { tag, attrs } = geometryOf(shape)
  return [
    ...(hatch.ground === undefined ? [] : [element(tag, { ...attrs, ...fillOf(hatch, canvas) })]),
    element('g', { 'clip-path': clipTo(shape, canvas) }, [lines]),
    ...(shape.stroke === undefined ? [] : [element(tag, { ...attrs, fill: 'none', ...strokeOf(shape) })])
  ]
}

function closedElements(shape: Closed, canvas: Canvas): Element[] {
  const { fill, opacity } = shape
  if (isHatch(fill)) return opacity === undefined ? hatched(shape, fill, canvas) : [element('g', { opacity }, hatched(shape, fill, canvas))]
  const { tag, attrs } = geometryOf(shape)
  return [element(tag, { ...attrs, ...fillOf(fill, canvas), ...strokeOf(shape), opacity })]
}

function groupElement({ shapes, x = 0, y = 0, turn, scale, opacity, clip }: GroupShape, canvas: Canvas): Element {
  const moves = [
    ...(x === 0 && y === 0 ? [] : [`translate(${rounded(x)} ${rounded(y)})`]),
    ...(turn === undefined || turn === 0 ? [] : [`rotate(${rounded(turn)})`]),
    ...(scale === undefined || scale === 1 ? [] : [`scale(${Math.round(scale * 1e4) / 1e4})`])
  ]
  const attrs = { transform: moves.length === 0 ? undefined : moves.join(' '), opacity, 'clip-path': clip === undefined ? undefined : clipTo(clip, canvas) }
  return element('g', attrs, shapesElements(shapes, canvas))
}

function shapeElements(shape: Shape, canvas: Canvas): Element[] {
  switch (shape.kind) {
    case 'text':
      return textElements(shape, canvas)
    case 'spans':
      return shape.spans.length === 0 ? [] : [spansElement(shape, canvas)]
    case 'group':
      return shape.shapes.length === 0 ? [] : [groupElement(shape, canvas)]
    case 'line': {
      const { x1, y1, x2, y2, opacity } = shape
      return [element('line', { x1, y1, x2, y2, ...strokeOf(shape), opacity })]
    }
    case 'path':
    case 'rect':
    case 'circle':
      return closedElements(shape, canvas)
  }
}

export const shapesElements = (shapes: readonly Shape[], canvas: Canvas): Element[] => shapes.flatMap((shape) => shapeElements(shape, canvas))
