import { CustomChart, LineChart } from 'echarts/charts'
import { GeoComponent, GridComponent } from 'echarts/components'
import * as echarts from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { registerAreas } from '#charts/areas.ts'
import type { ChartContext } from '#charts/panel-data.ts'
import type { ChartBlock, FontName, Lettering } from '#charts/picture.ts'
import { FONT } from '#tokens/sizes.ts'
import type { Canvas } from './canvas.ts'
import { colour, withOpacities } from './colour.ts'
import { element, type Element } from './element.ts'
import { shadowLayers, shadowOf, type SoftShadow } from './soft-shadow.ts'
import { textElements } from './text.ts'

echarts.use([CustomChart, LineChart, GeoComponent, GridComponent, SVGRenderer])

/** What the library's own painter makes of a chart, before it writes it. */
interface Node {
  readonly tag: string
  readonly attrs: Readonly<Record<string, string | number | boolean | undefined>>
  readonly children?: readonly Node[]
  readonly text?: string
}

interface Painter {
  readonly renderToVNode: (options: { readonly compress: boolean; readonly willUpdate: boolean }) => Node
}

const isWeight = (weight: number): weight is Lettering['weight'] => weight === 400 || weight === 500 || weight === 600 || weight === 700

/** A font as a style sheet writes it, in our own words. */
export function letteringOf(font: string): Lettering {
  const size = Number(/([\d.]+)px/.exec(font)?.[1] ?? 12)
  const weight = /(?:^|[\s:;])([4-7]00|bold)(?=[\s;]|$)/.exec(font)?.[1] ?? '400'
  const number = weight === 'bold' ? 700 : Number(weight)
  const names = Object.entries(FONT) as [FontName, string][]
  const first = (stack: string): string => /"([^"]+)"/.exec(stack)?.[1] ?? stack
  const family = /["']([^"']+)["']/.exec(font)?.[1]
  const name = names.find(([, stack]) => first(stack) === family)?.[0] ?? 'sans'
  return { font: name, size, weight: isWeight(number) ? number : 400 }
}

/** The library's own way of saying that a text's middle is at `y`; where its baseline then is, in parts of the size. */
const CENTRAL = 0.36

const ALIGN: Readonly<Record<string, 'start' | 'middle' | 'end'>> = { start: 'start', middle: 'middle', end: 'end' }

const numberOf = (value: Node['attrs'][string]): number => Number(value ?? 0)

const textOf = (value: Node['attrs'][string]): string | undefined => (value === undefined || value === false ? undefined : String(value))

function opacityOf(attrs: Readonly<Record<string, unknown>>): number | undefined {
  const opacity = attrs['fill-opacity'] ?? attrs['opacity']
  return opacity === undefined ? undefined : Number(opacity)
}

const DEAD = 0.004

function textNode({ attrs, text = '' }: Node, canvas: Canvas): Element[] {
  const lettering = letteringOf(textOf(attrs['style']) ?? '')
  const [opacity, stroke] = [opacityOf(withOpacities(attrs)), textOf(attrs['stroke'])]
  if ((opacity ?? 1) < DEAD) return []
  const shape = {
    kind: 'text' as const,
    ...lettering,
    text,
    x: numberOf(attrs['x']),
    y: numberOf(attrs['y']) + CENTRAL * lettering.size,
    fill: colour(textOf(attrs['fill']) ?? '#000000').fill,
    align: ALIGN[textOf(attrs['text-anchor']) ?? 'start'] ?? 'start',
    opacity,
    ...(stroke === undefined || stroke === 'none' ? {} : { halo: { colour: colour(stroke).fill, width: numberOf(attrs['stroke-width'] ?? 1) } })
  }
  const made = textElements(shape, canvas)
  const transform = textOf(attrs['transform'])
  return transform === undefined ? made : [element('g', { transform }, made)]
}

/** What only matters where a picture is touched or read by a program. */
const USELESS = /^(ecmeta_|pointer-events$|xml:space$|xmlns)/

/** The numbers that the painter gives its instances grow from chart to chart; here they are told by what they define. Shadows are no definitions. */
interface Defined {
  readonly names: ReadonlyMap<string, string>
  readonly shadows: ReadonlyMap<string, SoftShadow>
}

const idIn = (value: unknown): string => /url\(#([^)]+)\)/.exec(String(value))?.[1] ?? ''

const referred = (value: string, { names }: Defined): string => value.replace(/url\(#([^)]+)\)/, (_, id: string) => names.get(id) ?? 'none')

function attributesOf(attrs: Node['attrs'], defined: Defined): Element['attrs'] {
  return Object.fromEntries(
    Object.entries(withOpacities(attrs)).flatMap(([name, value]) => {
      if (USELESS.test(name) || name === 'id' || name === 'filter' || value === false || value === undefined || value === '') return []
      return [[name, typeof value === 'number' ? value : referred(String(value), defined)]]
    })
  )
}

function elementsOf(node: Node, canvas: Canvas, defined: Defined): Element[] {
  if (node.tag === 'text') return textNode(node, canvas)
  const children = (node.children ?? []).flatMap((child) => elementsOf(child, canvas, defined))
  if (node.tag === 'g' && children.length === 0) return []
  const own = element(node.tag, attributesOf(node.attrs, defined), children)
  const shadow = defined.shadows.get(idIn(node.attrs['filter']))
  return shadow === undefined ? [own] : [shadowLayers(own, shadow), own]
}

function define(nodes: readonly Node[], canvas: Canvas): Defined {
  const [names, shadows] = [new Map<string, string>(), new Map<string, SoftShadow>()]
  for (const node of nodes) {
    const [id, shadow] = [String(node.attrs['id']), shadowOf(node)]
    const children = (node.children ?? []).flatMap((child) => elementsOf(child, canvas, { names, shadows }))
    if (shadow !== undefined) shadows.set(id, shadow)
    else names.set(id, canvas.define(node.tag, attributesOf(node.attrs, { names, shadows }), children))
  }
  return { names, shadows }
}

interface Drawn {
  readonly getZr: () => unknown
}

const painterOf = (chart: Drawn): Painter => (chart.getZr() as { readonly painter: Painter }).painter

/** A chart as the same builders make it for the screen, in shapes and texts. */
export function chartElements(block: ChartBlock, ctx: ChartContext, canvas: Canvas): Element[] {
  const { measure } = canvas.letterer
  echarts.setPlatformAPI({ measureText: (text, font) => ({ width: measure(text, letteringOf(font ?? '')) }) })
  if (block.areas !== undefined) registerAreas(block.areas, echarts.registerMap)
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: ctx.width, height: ctx.height })
  try {
    chart.setOption({ ...block.option(ctx), animation: false })
    const { children = [] } = painterOf(chart).renderToVNode({ compress: true, willUpdate: false })
    const defined = define(
      children.filter(({ tag }) => tag === 'defs').flatMap((defs) => defs.children ?? []),
      canvas
    )
    return children.filter(({ tag }) => tag !== 'defs').flatMap((node) => elementsOf(node, canvas, defined))
  } finally {
    chart.dispose()
  }
}
