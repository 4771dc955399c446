import { untilReady } from '#modes/share/until-ready.ts'
import './reveal.css'

interface Target {
  readonly scene: string
  readonly panel?: string
  /** An indicator: its figure is marked where the panel says it in words, else the panel. */
  readonly indicator?: string
}

const [SHOWN, STEP, PATIENCE] = [2_000, 50, 15_000]

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })

/** What was asked for last: it alone is waited for. */
let wanted: Target | undefined

const isWanted = (target: Target): boolean => wanted === target

/** The scene once it has painted; null when it does not come, or something else has been asked for. */
async function paintedScene(target: Target): Promise<HTMLElement | null> {
  const end = performance.now() + PATIENCE
  while (performance.now() < end && isWanted(target)) {
    // The address changes first; the page follows.
    await pause(STEP)
    await untilReady()
    const scene = document.querySelector<HTMLElement>(`main[data-scene="${CSS.escape(target.scene)}"]`)
    if (scene !== null && isWanted(target)) return scene
  }
  return null
}

function targetIn(scene: HTMLElement, { panel = '', indicator = '' }: Target): HTMLElement | null {
  const place = scene.querySelector<HTMLElement>(`[data-panel="${CSS.escape(panel)}"]`)
  return place?.querySelector<HTMLElement>(`[data-figure^="${CSS.escape(indicator)}@"]`) ?? place
}

/** Brings what somebody has asked for into view, once the page shows its scene, and marks it for two seconds. */
export async function reveal(target: Target): Promise<void> {
  wanted = target
  const scene = await paintedScene(target).catch(() => null)
  if (scene === null) return
  const element = targetIn(scene, target)
  if (element === null) return
  element.closest<HTMLElement>('[data-panel]')?.scrollIntoView({ block: 'center', behavior: 'smooth' })
  element.dataset.revealed = ''
  await pause(SHOWN)
  delete element.dataset.revealed
}
