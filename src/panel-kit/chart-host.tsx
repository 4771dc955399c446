import type { EChartsCoreOption, EChartsType } from 'echarts/core'
import EChartsReactCore from 'echarts-for-react/esm/core'
import { use, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import type { ChartContext } from '#charts/panel-data.ts'
import { echarts } from '#charts/register.ts'
import { SourceCardContext, type CardSubject } from '#ui/source-card-context.ts'
import { useFontsReady } from '#ui/use-fonts-ready.ts'
import { useReducedMotion } from '#ui/use-reduced-motion.ts'
import { auditChart } from './audit.ts'
import { DrawingContext } from './drawing-context.ts'
import { useEntrance } from './entrance.ts'
import { Hotspots, pressHotspot } from './hotspots.tsx'
import { usePainted } from './ready.tsx'
import { useScene } from './scene-context.ts'
import { still } from './still.ts'
import { useBoxSize } from './use-box-size.ts'
import { useLostCanvas } from './use-lost-canvas.ts'
import { usePixelRatio } from './use-pixel-ratio.ts'

/** A value in a chart that can be reached by touch and keyboard. */
export interface Hotspot {
  readonly key: string
  readonly label: string
  /** Where it is, in the chart's pixels. */
  readonly at: (chart: EChartsType) => readonly number[]
  /** In layout rem. */
  readonly width: number
  readonly height: number
  readonly subject?: CardSubject
  readonly onPress?: () => void
  readonly pressed?: boolean
}

interface ChartHostProps {
  readonly panel: string
  readonly build: (context: ChartContext) => EChartsCoreOption
  readonly muted: boolean
  readonly label: string
  readonly hotspots?: readonly Hotspot[]
  /** The series whose marks stand for the hotspots, item by item: a click on the mark is a press of its hotspot. */
  readonly marks?: string
  /** A click where nothing is. */
  readonly onBlank?: () => void
}

interface MarkClick {
  readonly seriesId?: string
  readonly dataIndex: number
  readonly event: { readonly event: { readonly clientX?: number; readonly clientY?: number } }
}

const NO_HOTSPOTS: readonly Hotspot[] = []

/** Only series are replaced on refresh, matched by id: the instance stays and its marks move. */
const REPLACE = ['series']

/** ECharts reports a bad option as an unhandled rejection; here it reaches the panel's boundary. */
function guarded(report: (error: unknown) => void): Pick<typeof echarts, 'init' | 'dispose' | 'getInstanceByDom'> {
  const init: typeof echarts.init = (...input) => {
    const chart = echarts.init(...input)
    const setOption = chart.setOption.bind(chart)
    return Object.assign(chart, {
      setOption: (...change: Parameters<typeof setOption>): void => {
        try {
          setOption(...change)
        } catch (error) {
          report(error)
        }
      }
    })
  }
  return { init, dispose: echarts.dispose, getInstanceByDom: echarts.getInstanceByDom }
}

/** The one place where ECharts meets React: sizes, fonts, refresh in place, painted mark, audit, hotspots. */
export function ChartHost({ panel, build, muted, label, hotspots = NO_HOTSPOTS, marks, onBlank }: ChartHostProps): ReactNode {
  const { form, rem, theme } = useScene()
  const box = useRef<HTMLDivElement>(null)
  const { width, height } = useBoxSize(box)
  const pixelRatio = usePixelRatio()
  // Said, because the library itself reads the ratio only once, when it is loaded.
  const drawing = use(DrawingContext)
  const canvas = useMemo(() => ({ renderer: drawing === 'svg' ? drawing : ('canvas' as const), devicePixelRatio: pixelRatio }), [drawing, pixelRatio])
  const losses = useLostCanvas(box)
  const fonts = useFontsReady()
  const painted = usePainted()
  const moves = !useReducedMotion() && drawing === 'canvas'
  const [chart, setChart] = useState<EChartsType | null>(null)
  const [drawn, setDrawn] = useState(0)
  const [failure, setFailure] = useState<{ error: unknown } | null>(null)
  const library = useMemo(() => guarded((error) => setFailure({ error })), [])
  const size = width > 0 && height > 0
  const option = useMemo(() => {
    if (!size) return null
    const built = build({ width, height, rem, theme, muted })
    return moves ? built : still(built)
  }, [size, build, width, height, rem, theme, muted, moves])
  const cards = use(SourceCardContext)
  const events = useMemo(
    () => ({
      finished: () => {
        setDrawn((count) => count + 1)
        painted(panel)
      },
      click: ({ seriesId, dataIndex, event }: MarkClick) => {
        const spot = seriesId === marks ? hotspots[dataIndex] : undefined
        const { clientX = 0, clientY = 0 } = event.event
        if (spot !== undefined) pressHotspot(spot, new DOMRect(clientX, clientY), cards)
      }
    }),
    [painted, panel, marks, hotspots, cards]
  )
  const onReady = useCallback((instance: EChartsType) => setChart(instance), [])

  useEffect(() => {
    if (chart === null || onBlank === undefined) return
    const zr = chart.getZr()
    const onClick = ({ target }: { target?: unknown }): void => {
      if (target === undefined || target === null) onBlank()
    }
    zr.on('click', onClick)
    return () => zr.off('click', onClick)
  }, [chart, onBlank])
  useEntrance(chart, drawn > 0)
  useEffect(() => (chart === null ? undefined : auditChart(panel, chart)), [chart, panel])
  useEffect(() => {
    if (size && chart !== null && !chart.isDisposed()) chart.resize({ width, height })
  }, [chart, size, width, height])
  useEffect(() => {
    if (chart !== null && !chart.isDisposed() && fonts.epoch > 0) chart.getZr().refresh()
  }, [chart, fonts.epoch])
  // Whoever waits anew for what has been drawn already hears of it once more.
  useEffect(() => {
    if (chart !== null && !chart.isDisposed()) chart.getZr().refresh()
  }, [chart, painted])
  if (failure !== null) throw failure.error instanceof Error ? failure.error : new Error(String(failure.error))

  return (
    <div ref={box} className={drawn > 0 ? 'chart' : 'chart is-undrawn'} role="group" aria-label={label}>
      {option !== null && fonts.ready && drawing !== 'none' && (
        <EChartsReactCore
          // A canvas is made for one pixel ratio, and one that is lost stays so: in both cases it is made anew.
          key={`${pixelRatio} ${losses}`}
          echarts={library}
          option={option}
          replaceMerge={REPLACE}
          autoResize={false}
          opts={canvas}
          onChartReady={onReady}
          onEvents={events}
          style={FILL}
        />
      )}
      {chart !== null && drawn > 0 && <Hotspots chart={chart} hotspots={hotspots} rem={rem} drawn={drawn} inHand={form === 'column'} />}
    </div>
  )
}

const FILL = { position: 'absolute', inset: 0, height: '100%', width: '100%' } as const
