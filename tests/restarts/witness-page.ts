/** Runs in a wall before everything else and tells each change of its connection and of the figure that tells the release. */
export interface Told {
  /** Another one after each load of the page. */
  readonly document: string
  /** Epoch milliseconds, at the change itself. */
  readonly at: number
  readonly connection: string | null
  readonly value: number | null
}

declare global {
  var __told: ((told: Told) => Promise<void>) | undefined
}

const FIGURE = '[data-stage="shown"] [data-figure="xxt.projects@330800"]'
const id = Math.random().toString(36).slice(2)
let last = ''

function tell(): void {
  const connection = document.querySelector('.header-connection')?.getAttribute('data-connection') ?? null
  const digits = document.querySelector(FIGURE)?.textContent?.replaceAll(/\D/g, '') ?? ''
  const value = digits === '' ? null : Number(digits)
  const now = `${connection} ${value}`
  if (now === last) return
  last = now
  void globalThis.__told?.({ document: id, at: Date.now(), connection, value })
}

new MutationObserver(tell).observe(document, {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  attributeFilter: ['data-connection', 'data-stage']
})
