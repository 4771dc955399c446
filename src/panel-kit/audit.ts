import type { EChartsType } from 'echarts/core'

interface Rect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A text that ECharts drew, in CSS px from the page's origin. */
export interface ChartText extends Rect {
  readonly panel: string
  readonly text: string
  readonly fontPx: number
  /** As CSS writes it, at the size before any scaling. */
  readonly font: string
  readonly turned: boolean
  /** What the canvas and the clip paths let through. */
  readonly clip: Rect
}

interface Movable extends Rect {
  clone: () => Movable
  applyTransform: (matrix: number[]) => void
}

interface Placed {
  getBoundingRect: () => Movable
  getComputedTransform: () => number[] | null
}

interface Drawn extends Placed {
  readonly type: string
  readonly invisible: boolean
  readonly style?: { readonly text?: string; readonly font?: string; readonly opacity?: number }
  readonly __clipPaths?: readonly Placed[]
}

/** Two scenes may stand at once while they change, with panels of the same id. */
const charts = new Map<EChartsType, string>()

/** Makes a panel's chart known to the audit; returns what takes it back. */
export function auditChart(panel: string, chart: EChartsType): () => void {
  charts.set(chart, panel)
  return () => {
    charts.delete(chart)
  }
}

/** What is only being prepared is not on the screen. */
const shown = (): [string, EChartsType][] => [...charts].filter(([chart]) => chart.getDom().closest('[inert]') === null).map(([chart, panel]) => [panel, chart])

function placed(element: Placed): Rect {
  const box = element.getBoundingRect().clone()
  const matrix = element.getComputedTransform()
  if (matrix !== null) box.applyTransform(matrix)
  return box
}

function common(a: Rect, b: Rect): Rect {
  const [x, y] = [Math.max(a.x, b.x), Math.max(a.y, b.y)]
  return { x, y, width: Math.max(0, Math.min(a.x + a.width, b.x + b.width) - x), height: Math.max(0, Math.min(a.y + a.height, b.y + b.height) - y) }
}

function textsOf(panel: string, chart: EChartsType): ChartText[] {
  const { x, y, width, height } = chart.getDom().getBoundingClientRect()
  const onPage = (rect: Rect): Rect => ({ x: rect.x + x + window.scrollX, y: rect.y + y + window.scrollY, width: rect.width, height: rect.height })
  const drawn = chart.getZr().storage.getDisplayList(true) as unknown as readonly Drawn[]
  return drawn.flatMap((element) => {
    const { text = '', font = '', opacity = 1 } = element.style ?? {}
    if (element.type !== 'tspan' || text === '' || element.invisible || opacity === 0) return []
    const [a = 1, b = 0] = element.getComputedTransform() ?? []
    const fontPx = Number(/([\d.]+)px/.exec(font)?.[1] ?? 0) * Math.hypot(a, b)
    const clip = (element.__clipPaths ?? []).reduce<Rect>((rest, path) => common(rest, placed(path)), { x: 0, y: 0, width, height })
    return [{ panel, text, fontPx, font, turned: Math.abs(b) > 1e-3, clip: onPage(clip), ...onPage(placed(element)) }]
  })
}

declare global {
  var __chartTexts: (() => ChartText[]) | undefined
  var __charts: (() => ReadonlyMap<string, EChartsType>) | undefined
}

/** With `?audit=1`, every text that charts drew can be asked for, and the charts by their panels: canvas text is in no DOM. */
export function offerAudit(search: string): void {
  if (new URLSearchParams(search).get('audit') !== '1') return
  globalThis.__chartTexts = () => shown().flatMap(([panel, chart]) => textsOf(panel, chart))
  globalThis.__charts = () => new Map(shown())
}
