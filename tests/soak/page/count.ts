import { countListeners } from './listeners.ts'
import { countObservers } from './observers.ts'
import { countTimers } from './timers.ts'
import { turns, type Turn } from './turns.ts'
import { WeakList } from './weak-list.ts'

export interface Counter {
  /** What there is now; counted after a collection. */
  readonly counts: () => Record<string, number>
  /** Whether nothing is under way: no request, no frame asked for, no movement but the one of the progress. */
  readonly idle: () => boolean
  readonly turn: () => Promise<Turn>
}

declare global {
  var __soak: Counter | undefined
}

const turn = turns(MutationObserver, setTimeout)
const { timers, frames } = countTimers()
const listeners = countListeners()
const observers = countObservers()

const canvases = new WeakList<HTMLCanvasElement>()
const createElement = document.createElement.bind(document)
Document.prototype.createElement = function created(this: Document, ...input: Parameters<typeof createElement>) {
  const element = createElement(...input)
  if (element instanceof HTMLCanvasElement) canvases.add(element)
  return element
}

let fetches = 0
const { fetch } = globalThis
globalThis.fetch = (...input) => {
  fetches += 1
  return fetch(...input).finally(() => {
    fetches -= 1
  })
}

const prefixed = (prefix: string, counts: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(counts).map(([name, count]) => [`${prefix}${name}`, count]))

const of = (selector: string): number => document.querySelectorAll(selector).length

const counts = (): Record<string, number> => ({
  timers: timers(),
  frames: frames(),
  fetches,
  ...prefixed('listeners: ', listeners()),
  ...observers(),
  'canvases in the page': of('canvas'),
  'canvases alive': canvases.alive().length,
  'charts in the page': of('[_echarts_instance_]'),
  'charts known': globalThis.__charts?.().size ?? 0,
  'elements in the page': of('*'),
  scenes: of('[data-scene]')
})

const moves = (): boolean =>
  document.getAnimations().some(({ playState, effect }) => playState === 'running' && Number(effect?.getComputedTiming().duration ?? 0) < 60_000)

const idle = (): boolean => document.documentElement.dataset.ready === 'true' && fetches === 0 && frames() === 0 && !moves()

globalThis.__soak = { counts, idle, turn }
