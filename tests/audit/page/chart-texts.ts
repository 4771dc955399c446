import type { ChartText } from '#panel-kit/audit.ts'
import { common, type Box } from '#tests/audit/box.ts'
import type { ScreenText } from '#tests/audit/screen.ts'
import { isHidden } from './hidden.ts'
import { measure } from './measure.ts'
import { layerOf, roomOf, scrollsAside } from './room.ts'

const edges = ({ x, y, width, height }: ChartText['clip']): Box => ({ left: x, top: y, right: x + width, bottom: y + height })

/** ECharts draws a line around its middle and reserves an em square for each wide character, outline included. */
function glyphBox(drawn: ChartText): Box {
  if (drawn.turned) return edges(drawn)
  const set = Number(/([\d.]+)px/.exec(drawn.font)?.[1] ?? drawn.fontPx)
  const scale = drawn.fontPx / set
  const ink = measure(drawn.font, drawn.text, 'middle')
  const [middle, start] = [drawn.y + drawn.height / 2, drawn.x + drawn.width / 2 - (ink.width * scale) / 2]
  return {
    left: start - ink.actualBoundingBoxLeft * scale,
    right: start + ink.actualBoundingBoxRight * scale,
    top: middle - ink.actualBoundingBoxAscent * scale,
    bottom: middle + ink.actualBoundingBoxDescent * scale
  }
}

/** Every text that charts drew where it can be seen. */
export function chartTexts(): ScreenText[] {
  const doms = new Map([...(globalThis.__charts?.() ?? [])].map(([panel, chart]) => [panel, chart.getDom()]))
  return (globalThis.__chartTexts?.() ?? []).flatMap((drawn) => {
    const dom = doms.get(drawn.panel)
    if (dom === undefined || drawn.text.trim() === '' || isHidden(dom)) return []
    const { panel, text, fontPx } = drawn
    const shortened = /(\.\.\.|…)$/.test(text)
    const room = common(edges(drawn.clip), roomOf(dom))
    return [
      { panel, text, fontPx, shortened, above: false, drawn: 'chart' as const, box: glyphBox(drawn), room, scrolls: scrollsAside(dom), layer: layerOf(dom) }
    ]
  })
}
