import type { EChartsType } from 'echarts/core'
import { common, type Box } from '#tests/audit/box.ts'
import { chartTexts } from '#tests/audit/page/chart-texts.ts'
import { domTexts } from '#tests/audit/page/dom-texts.ts'
import type { ScreenText } from '#tests/audit/screen.ts'
import { ontoText, overEdge, toFreePlace } from './places.ts'
import { plantInChart, plantInDom, type Planted } from './planted.ts'

export interface Seed {
  readonly fault: 'overlap' | 'clip' | 'small' | 'nothing'
  readonly where: 'dom' | 'chart'
  /** What an overlap lies over. */
  readonly over?: 'dom' | 'chart'
  readonly px: number
  readonly fontPx: number
  /** Attributes of a planted element, given to it in its place; a style is added to its own. */
  readonly dress?: Readonly<Record<string, string>>
}

declare global {
  /** Adds one fault to the page; returns what takes it back. */
  var __plant: ((seed: Seed) => void) | undefined
  var __uproot: (() => void) | undefined
}

const windowBox = (): Box => ({ left: 0, top: 0, right: window.innerWidth, bottom: window.innerHeight })

/** The chart with the most room that draws text. */
function largestChart(): EChartsType {
  const drawing = new Set(chartTexts().map(({ panel }) => panel))
  const charts = [...(globalThis.__charts?.() ?? [])].filter(([panel]) => drawing.has(panel))
  const [largest] = charts.map(([, chart]) => chart).toSorted((a, b) => b.getWidth() * b.getHeight() - a.getWidth() * a.getHeight())
  if (largest === undefined) throw new Error('no chart on this page draws text')
  return largest
}

interface Bed {
  readonly planted: Planted
  readonly room: Box
  /** Texts that an overlap may lie over. */
  readonly targets: readonly ScreenText[]
}

function bedFor({ where, over = where, fontPx }: Seed, texts: readonly ScreenText[]): Bed {
  const targets = texts.filter(({ drawn }) => drawn === over)
  if (where === 'dom') return { planted: plantInDom(fontPx), room: windowBox(), targets }
  const planted = plantInChart(largestChart(), fontPx)
  return { planted, room: common(planted.read().room, windowBox()), targets }
}

function shiftFor({ fault, px }: Seed, { planted, room, targets }: Bed, texts: readonly ScreenText[]): readonly [number, number] {
  const { box } = planted.read()
  if (fault === 'overlap') return ontoText(box, room, px, targets, texts)
  return fault === 'clip' ? overEdge(box, room, px, texts) : toFreePlace(box, room, texts)
}

/** A style goes in through its object: the page's content policy lets no style attribute pass. */
function dressUp(element: HTMLElement, { style = '', ...attributes }: Readonly<Record<string, string>>): void {
  element.style.cssText += `;${style}`
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
}

globalThis.__plant = (seed) => {
  const before = [...domTexts(), ...chartTexts()]
  const bed = bedFor(seed, before)
  globalThis.__uproot = bed.planted.remove
  bed.planted.moveBy(...shiftFor(seed, bed, before))
  if (bed.planted.element !== undefined) dressUp(bed.planted.element, seed.dress ?? {})
}
