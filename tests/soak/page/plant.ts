/** Faults as an app could have them, to see that they are found. */
export type PlantName = 'leak' | 'blank'

declare global {
  var __soakPlant: Record<PlantName, () => void> | undefined
}

const BLANK = 50
const HOUR = 3_600_000
const kept: object[] = []

/** A listener, a timer, an observer and the charts stay behind at each change of scenes. */
function leak(): void {
  new MutationObserver(() => {
    if (document.documentElement.dataset.ready !== 'true') return
    const charts = document.querySelectorAll('[data-stage="shown"] [_echarts_instance_], [data-stage="shown"] canvas')
    const observer = new ResizeObserver(() => kept.length)
    for (const chart of charts) observer.observe(chart)
    kept.push(observer, ...charts)
    addEventListener('resize', () => kept.length)
    setTimeout(() => kept.length, HOUR)
  }).observe(document.documentElement, { attributeFilter: ['data-ready'] })
}

const inFrames = (count: number, action: () => void): number => requestAnimationFrame(() => (count === 1 ? action() : inFrames(count - 1, action)))

/**
 * No scene at all for 50 ms in the midst of a change. They count from when the screen lacks it: a frame is put together while the
 * next is prepared, so that the one after that is asked for when the first is on the screen.
 */
function blankOnce(layers: readonly HTMLElement[]): void {
  const show = (visibility: string): void => {
    for (const layer of layers) layer.style.visibility = visibility
  }
  inFrames(1, () => {
    show('hidden')
    inFrames(2, () => setTimeout(() => show(''), BLANK))
  })
}

function blank(): void {
  new MutationObserver(() => {
    const layers = [...document.querySelectorAll<HTMLElement>('[data-stage]')]
    if (layers.some(({ dataset }) => dataset.stage === 'leaving')) blankOnce(layers)
  }).observe(document.documentElement, { subtree: true, attributes: true, attributeFilter: ['data-stage'] })
}

globalThis.__soakPlant = { leak, blank }
