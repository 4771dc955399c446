import type { Look } from './look.ts'

/** Runs in the page before everything else: tells every change of what is on the screen, and can set the page's clock. */
declare global {
  var __look: ((look: Look) => Promise<void>) | undefined
  var __clock: ((offsets: readonly number[], each: number) => void) | undefined
  /** Offsets from the start on. */
  var __clockAtStart: { readonly offsets: readonly number[]; readonly each: number } | undefined
}

const EVERY = 100
const RealDate = Date

function offsetOf(offsets: readonly number[], each: number, since: number): number {
  const index = each === 0 ? 0 : Math.floor((performance.now() - since) / each) % offsets.length
  return offsets[index] ?? 0
}

let [offsets, each, since]: [readonly number[], number, number] = [[0], 0, 0]
const machineNow = (): number => Math.round(RealDate.now() + offsetOf(offsets, each, since))

/** The page's own Date, as on a machine whose clock is off. */
globalThis.Date = new Proxy(RealDate, {
  construct: (target, args: unknown[], caller) => Reflect.construct(target, args.length === 0 ? [machineNow()] : args, caller) as Date,
  get: (target, name, receiver) => (name === 'now' ? machineNow : (Reflect.get(target, name, receiver) as unknown))
})
globalThis.__clock = (next, every) => {
  ;[offsets, each, since] = [next, every, performance.now()]
}
if (globalThis.__clockAtStart !== undefined) globalThis.__clock(globalThis.__clockAtStart.offsets, globalThis.__clockAtStart.each)

const shownRoot = (): ParentNode => document.querySelector('[data-stage="shown"]') ?? document
const isShown = (element: Element): boolean => element.checkVisibility === undefined || element.checkVisibility()

function look(document_: string): Look {
  const root = shownRoot()
  const figures = [...root.querySelectorAll('[data-figure]')].filter(isShown)
  const panels = [...root.querySelectorAll('[data-panel-state]')]
  return {
    document: document_,
    ready: document.documentElement.dataset.ready === 'true',
    scene: root.querySelector('[data-scene]')?.getAttribute('data-scene') ?? null,
    connection: document.querySelector('.header-connection')?.getAttribute('data-connection') ?? null,
    clock: document.querySelector('.header-clock')?.textContent ?? null,
    figures: figures.map((element) => [element.getAttribute('data-figure') ?? '', (element.textContent ?? '').replaceAll(/\s/g, '')] as const),
    broken: panels
      .filter((panel) => ['error', 'empty', 'loading'].includes(panel.getAttribute('data-panel-state') ?? ''))
      .map((panel) => panel.getAttribute('data-panel') ?? '')
  }
}

const id = Math.random().toString(36).slice(2)
let last = ''
setInterval(() => {
  if (globalThis.__look === undefined || window.top !== window) return
  const now = look(id)
  const text = JSON.stringify({ ...now, clock: null })
  if (text === last) return
  last = text
  void globalThis.__look(now)
}, EVERY)
