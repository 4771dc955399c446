import { ownBuild } from './build.ts'

const READY = 10_000

/** Whether the page would come up again without a network. */
export const isOfflineReady = (): boolean => (navigator.serviceWorker?.controller ?? null) !== null

/**
 * Lets the browser keep the wall's page. Only https, loopback and origins that Chromium was told to trust have service
 * workers; elsewhere the wall works all the same, but does not start without a network.
 */
export async function keepShell(): Promise<void> {
  // While the app is developed there is no build, and nothing to keep.
  if (ownBuild() === '') return
  try {
    await navigator.serviceWorker?.register('/sw.js', { scope: '/wall', updateViaCache: 'none' })
  } catch {
    // Denied storage, a certificate that is not trusted: said in the wall's report.
  }
}

/** Fetches the shell of a new build before the page needs it; waits for it a while, but not for ever. */
export async function updateShell(): Promise<void> {
  try {
    const registration = await navigator.serviceWorker?.getRegistration('/wall')
    await registration?.update()
    const worker = registration?.installing ?? registration?.waiting
    if (worker === null || worker === undefined) return
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, READY)
      worker.addEventListener('statechange', () => {
        if (worker.state !== 'activated' && worker.state !== 'redundant') return
        clearTimeout(timer)
        resolve()
      })
    })
  } catch {
    // The page itself comes from the network first: an old shell does no harm.
  }
}
