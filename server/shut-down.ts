/** A hanging connection must not keep a service manager waiting. */
const PATIENCE_MS = 4000

/** Closes once. Ctrl-C under npm arrives twice, so further signals change nothing; the time-out does. */
export function closeOnSignal(close: () => Promise<void>): void {
  let closing = false
  const stop = (): void => {
    if (closing) return
    closing = true
    setTimeout(() => process.exit(1), PATIENCE_MS).unref()
    close().then(
      () => process.exit(0),
      () => process.exit(1)
    )
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}
