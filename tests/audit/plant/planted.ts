import type { EChartsType } from 'echarts/core'
import { chartTexts } from '#tests/audit/page/chart-texts.ts'
import { domTexts } from '#tests/audit/page/dom-texts.ts'
import type { ScreenText } from '#tests/audit/screen.ts'

/** A text that a canary adds to the page. */
export interface Planted {
  readonly read: () => ScreenText
  readonly moveBy: (x: number, y: number) => void
  readonly remove: () => void
  /** Where it is one. */
  readonly element?: HTMLElement
}

export const TEXT = '移栽的字'

function found(texts: readonly ScreenText[]): ScreenText {
  const planted = texts.find(({ text }) => text === TEXT)
  if (planted === undefined) throw new Error('what was planted is not to be seen')
  return planted
}

/** In the document, over the page. */
export function plantInDom(fontPx: number): Planted {
  const element = document.createElement('div')
  const at = { x: 100, y: 100 }
  const place = (): void => {
    element.style.cssText = `position:fixed;left:${at.x}px;top:${at.y}px;font:400 ${fontPx}px/1 var(--sans);white-space:nowrap`
  }
  element.textContent = TEXT
  place()
  document.body.append(element)
  const moveBy = (x: number, y: number): void => {
    Object.assign(at, { x: at.x + x, y: at.y + y })
    place()
  }
  return { element, read: () => found(domTexts()), moveBy, remove: () => element.remove() }
}

interface TextSpan {
  readonly type: string
  readonly style: { readonly x: number; readonly y: number; readonly font: string }
  readonly attr: (change: object) => void
}
type TextSpanClass = new (settings: object) => TextSpan
interface Painter {
  readonly storage: { readonly getDisplayList: (update: boolean) => readonly TextSpan[] }
  readonly add: (element: TextSpan) => void
  readonly remove: (element: TextSpan) => void
}

/** On the canvas of a chart that draws at least one text itself. */
export function plantInChart(chart: EChartsType, fontPx: number): Planted {
  const painter = chart.getZr() as unknown as Painter
  const sample = painter.storage.getDisplayList(true).find(({ type }) => type === 'tspan')
  if (sample === undefined) throw new Error('this chart draws no text')
  const font = sample.style.font.replace(/[\d.]+px/, `${fontPx}px`)
  const Span = sample.constructor as TextSpanClass
  const span = new Span({
    style: { text: TEXT, x: 50, y: 50, font, fill: getComputedStyle(document.body).color, textBaseline: 'middle' },
    z: 1_000,
    silent: true
  })
  painter.add(span)
  const moveBy = (x: number, y: number): void => span.attr({ style: { x: span.style.x + x, y: span.style.y + y } })
  return { read: () => found(chartTexts()), moveBy, remove: () => painter.remove(span) }
}
