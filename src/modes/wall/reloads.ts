/**
 * When this page was loaded anew by itself, and where it was. It lies in the entry of the history, which outlives a reload and
 * needs no storage that could be denied. Times are of the machine's clock: it is the only one there is before the server is heard.
 */
interface Memory {
  /** Epoch milliseconds of the last reloads. */
  readonly at: readonly number[]
  readonly total: number
  /** The step that would have come next. */
  readonly step?: string
  /** Builds that did not start here. */
  readonly bad: readonly string[]
}

const NONE: Memory = { at: [], total: 0, bad: [] }
const LIMIT = 3
const WINDOW = 600_000

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

export function reloadMemory(): Memory {
  const state: unknown = history.state
  return isObject(state) && 'wall' in state && isObject(state.wall) ? { ...NONE, ...state.wall } : NONE
}

const remember = (memory: Memory): void => history.replaceState({ ...(isObject(history.state) ? history.state : {}), wall: memory }, '')

/** A clock that jumped must neither lift the limit for ever nor impose it. */
const recent = ({ at }: Memory): readonly number[] => at.filter((instant) => Math.abs(Date.now() - instant) < WINDOW)

/** Three reloads in ten minutes have not helped: no more of them for a while. */
export const inSafeMode = (): boolean => recent(reloadMemory()).length >= LIMIT

/** Loads the page anew, unless that has been done too often. Returns whether it will be. */
export function reloadPage(step?: string): boolean {
  if (inSafeMode()) return false
  const memory = reloadMemory()
  remember({ ...memory, at: [...recent(memory), Date.now()], total: memory.total + 1, ...(step === undefined ? {} : { step }) })
  location.reload()
  return true
}

export function rememberBadBuild(build: string): void {
  const memory = reloadMemory()
  if (!memory.bad.includes(build)) remember({ ...memory, bad: [...memory.bad.slice(-4), build] })
}
