import type { EChartsType } from 'echarts/core'

/** A text that ECharts drew, in CSS px from the page's origin. */
export interface ChartText {
  readonly panel: string
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly fontPx: number
}

interface Drawn {
  readonly type: string
  readonly style?: { readonly text?: string; readonly font?: string }
  getBoundingRect: () => { clone: () => { x: number; y: number; width: number; height: number; applyTransform: (matrix: number[]) => void } }
  getComputedTransform: () => number[] | null
}

const charts = new Map<string, EChartsType>()

/** Makes a panel's chart known to the audit; returns what takes it back. */
export function auditChart(panel: string, chart: EChartsType): () => void {
  charts.set(panel, chart)
  return () => {
    if (charts.get(panel) === chart) charts.delete(panel)
  }
}

function textsOf(panel: string, chart: EChartsType): ChartText[] {
  const origin = chart.getDom().getBoundingClientRect()
  const drawn = chart.getZr().storage.getDisplayList(true) as unknown as readonly Drawn[]
  return drawn.flatMap((element) => {
    const { text = '', font = '' } = element.style ?? {}
    if (element.type !== 'tspan' || text === '') return []
    const box = element.getBoundingRect().clone()
    const matrix = element.getComputedTransform()
    if (matrix !== null) box.applyTransform(matrix)
    const fontPx = Number(/([\d.]+)px/.exec(font)?.[1] ?? 0)
    return [{ panel, text, fontPx, x: box.x + origin.x + window.scrollX, y: box.y + origin.y + window.scrollY, width: box.width, height: box.height }]
  })
}

declare global {
  var __chartTexts: (() => ChartText[]) | undefined
}

/** With `?audit=1`, every text that charts drew can be asked for: canvas text is in no DOM. */
export function offerAudit(search: string): void {
  if (new URLSearchParams(search).get('audit') !== '1') return
  globalThis.__chartTexts = () => [...charts].flatMap(([panel, chart]) => textsOf(panel, chart))
}
