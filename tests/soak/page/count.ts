import { countListeners } from './listeners.ts'
import { countObservers } from './observers.ts'
import { countTimers } from './timers.ts'
import { now, turns, type Turn } from './turns.ts'
import { WeakList } from './weak-list.ts'

export interface Counter {
  /** What there is now; counted after a collection. */
  readonly counts: () => Record<string, number>
  /** Whether nothing is under way: no request, no frame asked for, no movement but the one of the progress. */
  readonly idle: () => boolean
  /** When the shown scene was last answered for; epoch milliseconds. */
  readonly answered: () => number
  /** How many requests were ever made. */
  readonly requests: () => number
  /** Each timer by its delay and each listener elsewhere by its target, to find out of which there is one more. */
  readonly notes: () => string[]
  readonly turn: () => Promise<Turn>
}

declare global {
  var __soak: Counter | undefined
}

const turn = turns(MutationObserver, setTimeout)
const { timers, frames, delays } = countTimers()
const listeners = countListeners()
const observers = countObservers()

const canvases = new WeakList<HTMLCanvasElement>()
const createElement = document.createElement.bind(document)
Document.prototype.createElement = function created(this: Document, ...input: Parameters<typeof createElement>) {
  const element = createElement(...input)
  if (element instanceof HTMLCanvasElement) canvases.add(element)
  return element
}

let [fetches, requests] = [0, 0]
/** Epoch milliseconds. */
const ended = { any: 0, scene: 0 }
const { fetch } = globalThis
globalThis.fetch = (...input) => {
  fetches += 1
  requests += 1
  const [address] = input
  return fetch(...input).finally(() => {
    fetches -= 1
    ended.any = now()
    if (typeof address === 'string' && address.includes('/scenes/')) ended.scene = ended.any
  })
}

const prefixed = (prefix: string, counts: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(counts).map(([name, count]) => [`${prefix}${name}`, count]))

const of = (selector: string): number => document.querySelectorAll(selector).length

const counts = (): Record<string, number> => ({
  timers: timers(),
  frames: frames(),
  fetches,
  ...prefixed('listeners: ', listeners.counts()),
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

/** Milliseconds in which an answer is read and taken over. */
const TAKEN_OVER = 100

const idle = (): boolean => document.documentElement.dataset.ready === 'true' && fetches === 0 && now() - ended.any > TAKEN_OVER && frames() === 0 && !moves()

const notes = (): string[] => [...delays().map((delay) => `timer ${delay.toFixed(0)}`), ...listeners.elsewhere()].toSorted()

globalThis.__soak = { counts, idle, answered: () => ended.scene, requests: () => requests, notes, turn }
