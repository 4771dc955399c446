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

/** No scene at all for 50 ms in the midst of a change: from the frame that lacks them on. */
function blankOnce(layers: readonly HTMLElement[]): void {
  const show = (visibility: string): void => {
    for (const layer of layers) layer.style.visibility = visibility
  }
  requestAnimationFrame(() => {
    show('hidden')
    requestAnimationFrame(() => setTimeout(() => show(''), BLANK))
  })
}

function blank(): void {
  new MutationObserver(() => {
    const layers = [...document.querySelectorAll<HTMLElement>('[data-stage]')]
    if (layers.some(({ dataset }) => dataset.stage === 'leaving')) blankOnce(layers)
  }).observe(document.documentElement, { subtree: true, attributes: true, attributeFilter: ['data-stage'] })
}

globalThis.__soakPlant = { leak, blank }
