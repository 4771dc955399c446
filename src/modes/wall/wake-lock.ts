/**
 * Asks the browser to keep the display on, again each time the page comes back to sight. It may not: plain http, an old
 * browser, a low battery. Tells whether it does; returns what ends it.
 */
export function keepAwake(tell: (awake: boolean) => void): () => void {
  const { wakeLock } = navigator as Navigator & { readonly wakeLock?: WakeLock }
  let ended = false
  let lock: WakeLockSentinel | undefined
  const ask = async (): Promise<void> => {
    if (wakeLock === undefined || ended || document.visibilityState !== 'visible') return
    try {
      lock = await wakeLock.request('screen')
      lock.addEventListener('release', () => tell(false), { once: true })
      if (ended) await lock.release()
      else tell(true)
    } catch {
      tell(false)
    }
  }
  const seen = (): void => void ask()
  document.addEventListener('visibilitychange', seen)
  tell(false)
  void ask()
  return () => {
    ended = true
    document.removeEventListener('visibilitychange', seen)
    lock?.release().catch(() => undefined)
  }
}
