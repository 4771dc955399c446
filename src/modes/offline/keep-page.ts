/** The page would come up again without a network, or has just done so. */
export const isPageKept = (): boolean => (navigator.serviceWorker?.controller ?? null) !== null

/** Tells at once, and whenever it changes, whether the page is kept. Returns what ends it. */
export function watchPage(onChange: (kept: boolean) => void): () => void {
  const tell = (): void => onChange(isPageKept())
  tell()
  navigator.serviceWorker?.addEventListener('controllerchange', tell)
  return () => navigator.serviceWorker?.removeEventListener('controllerchange', tell)
}

/**
 * Lets the browser keep the desk's page and its scripts, as the wall's are kept. Only https, loopback and origins that
 * Chromium was told to trust have service workers; elsewhere a page that is open works all the same.
 */
export async function keepPage(): Promise<void> {
  // While the app is developed there is no build, and nothing to keep.
  if (import.meta.env.DEV) return
  try {
    await navigator.serviceWorker?.register('/sw.js', { scope: '/', updateViaCache: 'none' })
  } catch {
    // Denied storage, a certificate that is not trusted: the notes say that the page is not kept.
  }
}

/** Asks the browser not to clear what is stored when room gets scarce. It may say no. */
export async function askToPersist(): Promise<boolean> {
  try {
    return (await navigator.storage?.persisted()) || (await navigator.storage?.persist()) || false
  } catch {
    return false
  }
}
