/**
 * The server's time on this machine. What the server says sets it, the monotonic clock carries it on: the machine's own
 * clock may start in 1970 or jump without changing what is shown. Until the server is heard the machine's clock stands in.
 */
interface Setting {
  readonly server: number
  readonly monotonic: number
}

/** A step of this size is told to those who show the time; smaller ones are the network's. */
const STEP = 500

let setting: Setting | undefined
/** What is known to have happened is past, whatever a machine says that has not heard the server yet. */
let floor = 0
const listeners = new Set<() => void>()

/** The present instant in epoch milliseconds. */
export const serverNow = (): number => (setting === undefined ? Math.max(floor, Date.now()) : setting.server + performance.now() - setting.monotonic)

/** When this page was opened; the same instant becomes known better once the server is heard. */
export const pageOpenedAt = (): number => serverNow() - performance.now()

/** The server's time has been heard since this page was opened. */
export const isClockSet = (): boolean => setting !== undefined

/** Takes an ISO 8601 instant; anything else is left alone. */
export function setClock(iso: string): void {
  const server = Date.parse(iso)
  if (!Number.isFinite(server)) return
  const before = serverNow()
  setting = { server, monotonic: performance.now() }
  if (Math.abs(serverNow() - before) > STEP) for (const listener of listeners) listener()
}

/** Says that an instant lies in the past, such as that of a release: a machine's clock that is behind it is wrong. */
export function isPast(iso: string): void {
  const instant = Date.parse(iso)
  if (Number.isFinite(instant)) floor = Math.max(floor, instant)
}

/** An instant of the machine's clock (what a library noted) in server time. */
export const fromMachine = (epoch: number): number => serverNow() - Math.max(0, Date.now() - epoch)

export function onClockStep(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** As if the page had just been opened; for tests, whose clocks come and go. */
export function resetClock(): void {
  setting = undefined
  floor = 0
}
