import type { EChartsCoreOption } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { echarts } from '#charts/register.ts'

echarts.use([SVGRenderer])

export interface SvgText {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly anchor: string
  readonly fontPx: number
  readonly fill: string
}

const attribute = (tag: string, name: string): string => new RegExp(`(?:^|[ ;"])${name}[=:]"?([^";]*)`).exec(tag)?.[1] ?? ''

/** Where a text stands: its own x and y moved by a translation. */
function textOf(tag: string, text: string): SvgText {
  const [dx = 0, dy = 0] = (/translate\(([-\d.]+) ([-\d.]+)\)/.exec(tag)?.slice(1) ?? []).map(Number)
  return {
    text,
    x: Number(attribute(tag, ' x')) + dx,
    y: Number(attribute(tag, ' y')) + dy,
    anchor: attribute(tag, 'text-anchor'),
    fontPx: Number.parseFloat(attribute(tag, 'font-size')),
    fill: attribute(tag, 'fill')
  }
}

/** Draws an option as ECharts does, without a DOM, and reads the texts back. */
export function drawSvg(
  option: EChartsCoreOption,
  size: { readonly width: number; readonly height: number }
): { readonly svg: string; readonly texts: readonly SvgText[] } {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, ...size })
  try {
    chart.setOption(option)
    const svg = chart.renderToSVGString()
    return { svg, texts: [...svg.matchAll(/<text([^>]*)>([^<]*)<\/text>/g)].map(([, tag = '', text = '']) => textOf(tag, text)) }
  } finally {
    chart.dispose()
  }
}
