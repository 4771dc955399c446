import type { EChartsCoreOption } from 'echarts/core'
import type * as z from 'zod/mini'
import type { ChartContext, PanelData } from '#charts/panel-data.ts'
import { registerAreas } from '#charts/register.ts'
import { THEMES, type ThemeId } from '#tokens/themes.ts'
import { drawSvg } from '#tests/support/draw-svg.ts'
import type { Exhibit } from './exhibits.ts'

interface ChartModule {
  readonly options?: z.ZodMiniType<object>
  readonly model?: (data: PanelData<object>) => unknown
  readonly option?: (
    model: unknown,
    context: ChartContext & { readonly fit: unknown; readonly form: string; readonly selected: undefined; readonly leastLabel: number }
  ) => EChartsCoreOption
}

const modules = import.meta.glob<ChartModule>(['/src/charts/*.ts', '!/src/charts/*.test.ts'], { eager: true })
const moduleOf = (name: string): ChartModule => modules[`/src/charts/${name}.ts`] ?? {}

/** What a kind's chart is drawn with: its model in `<kind>.ts`, its option there or in `<kind>-option.ts`. */
const drawingOf = (kind: string): ChartModule => ({
  ...moduleOf(kind),
  ...(moduleOf(`${kind}-option`).option === undefined ? {} : { option: moduleOf(`${kind}-option`).option })
})

/** The chart of an exhibit as SVG, drawn without a DOM; null where the kind is markup or has nothing to draw. */
export function chartSvg({ panel, answer, boundaries, width, height }: Exhibit, theme: ThemeId): string | null {
  const { options, model, option } = drawingOf(panel.kind)
  if (options === undefined || model === undefined || option === undefined) return null
  registerAreas(boundaries.features.filter(({ properties }) => properties.kind === 'area'))
  const parsed: { readonly fit?: { readonly wall?: unknown } } = options.parse(panel.options ?? {})
  const drawn = model({ panel, answer, boundaries, options: parsed })
  if (drawn === null) return null
  const form = panel.area.wall === undefined ? 'ultrawide' : 'wall'
  const context = { width, height, rem: 16, theme: THEMES[theme], muted: false, fit: parsed.fit?.wall, form, selected: undefined, leastLabel: 0.8 }
  return drawSvg(option(drawn, context), { width, height }).svg
}
