import { element, type Element } from '#server/render/element.ts'
import type { Theme } from '#tokens/themes.ts'
import { line, NO_FILL, solid, type Stroke } from './paint.ts'
import { placed } from './text.ts'
import { emu, type Box } from './units.ts'

export interface Named {
  readonly name: string
  /** What a reader says who does not see it; absent for what only adorns. */
  readonly words?: string
}

/** What adorns is passed over by who reads aloud. */
const DECORATIVE = element('a:extLst', {}, [
  element('a:ext', { uri: '{C183D7F6-B498-43B3-948B-1728B52AA6E4}' }, [
    element('adec:decorative', { 'xmlns:adec': 'http://schemas.microsoft.com/office/drawing/2017/decorative', val: 1 })
  ])
])

export const nonVisual = (id: number, { name, words }: Named): Element =>
  element('p:cNvPr', { id, name, descr: words }, words === undefined ? [DECORATIVE] : [])

interface Painted extends Named {
  readonly fill: Element
  readonly stroke: Stroke | null
}

const shape = (id: number, painted: Painted, box: Box, geometry: Element, theme: Theme): Element =>
  element('p:sp', {}, [
    element('p:nvSpPr', {}, [nonVisual(id, painted), element('p:cNvSpPr'), element('p:nvPr')]),
    element('p:spPr', {}, [placed(box), geometry, painted.fill, line(painted.stroke, theme)])
  ])

export type Preset = 'rect' | 'ellipse' | 'roundRect'

export const preset = (id: number, kind: Preset, painted: Painted, box: Box, theme: Theme): Element =>
  shape(id, painted, box, element('a:prstGeom', { prst: kind }, [element('a:avLst')]), theme)

/** A filled bar without an outline. */
export const bar = (id: number, name: string, colour: string, box: Box, theme: Theme): Element =>
  preset(id, 'rect', { name, fill: solid(colour, theme), stroke: null }, box, theme)

export const ring = (id: number, name: string, stroke: Stroke, middle: { readonly x: number; readonly y: number }, radius: number, theme: Theme): Element =>
  preset(id, 'ellipse', { name, fill: NO_FILL, stroke }, { x: middle.x - radius, y: middle.y - radius, width: 2 * radius, height: 2 * radius }, theme)

export type Point = readonly [number, number]

const at = ([x, y]: Point, box: Box): Element => element('a:pt', { x: emu(x - box.x), y: emu(y - box.y) })

/** Closed lines through points, in px of the slide: an area with its islands. */
export function outline(id: number, painted: Painted, rings: readonly (readonly Point[])[], theme: Theme): Element {
  const [xs, ys] = [rings.flat().map(([x]) => x), rings.flat().map(([, y]) => y)]
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  const box = { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y }
  const steps = rings.flatMap((points) => {
    const [first, ...rest] = points
    if (first === undefined) return []
    return [element('a:moveTo', {}, [at(first, box)]), ...rest.map((point) => element('a:lnTo', {}, [at(point, box)])), element('a:close')]
  })
  const geometry = element('a:custGeom', {}, [
    ...['avLst', 'gdLst', 'ahLst', 'cxnLst'].map((list) => element(`a:${list}`)),
    element('a:rect', { l: 'l', t: 't', r: 'r', b: 'b' }),
    element('a:pathLst', {}, [element('a:path', { w: emu(box.width), h: emu(box.height) }, steps)])
  ])
  return shape(id, painted, box, geometry, theme)
}

/** Shapes that are moved as one; they keep their places. */
export function group(id: number, named: Named, box: Box, shapes: readonly Element[]): Element {
  const { x, y, width, height } = box
  const frame = element('a:xfrm', {}, [
    element('a:off', { x: emu(x), y: emu(y) }),
    element('a:ext', { cx: emu(width), cy: emu(height) }),
    element('a:chOff', { x: emu(x), y: emu(y) }),
    element('a:chExt', { cx: emu(width), cy: emu(height) })
  ])
  return element('p:grpSp', {}, [
    element('p:nvGrpSpPr', {}, [nonVisual(id, named), element('p:cNvGrpSpPr'), element('p:nvPr')]),
    element('p:grpSpPr', {}, [frame]),
    ...shapes
  ])
}
