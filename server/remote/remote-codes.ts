import { randomInt } from 'node:crypto'
import { CODE_MS } from '#contract/remote.ts'

export interface ShownCode {
  readonly code: string
  readonly wall: string
  /** Epoch milliseconds. */
  readonly expiresAt: number
}

export interface RemoteCodes {
  /** The wall's code: while it can still be used the same, so that asking again disturbs nobody. */
  readonly ask: (wall: string) => ShownCode
  readonly of: (wall: string) => ShownCode | undefined
  /** Uses a code up. @returns its wall; undefined for a code that is none, or no more. */
  readonly use: (code: string) => string | undefined
}

/** A code that is about to expire is of no use to somebody who has yet to walk up and read it. */
const WORTHWHILE_MS = 30_000

/** The codes that walls show, each for two minutes and once. */
export function createRemoteCodes(now: () => number, random: () => number = () => randomInt(1_000_000)): RemoteCodes {
  const byWall = new Map<string, ShownCode>()
  const forget = (): void => {
    for (const [wall, { expiresAt }] of byWall) if (expiresAt <= now()) byWall.delete(wall)
  }
  const fresh = (): string => {
    const taken = new Set([...byWall.values()].map(({ code }) => code))
    for (;;) {
      const code = String(random()).padStart(6, '0')
      if (!taken.has(code)) return code
    }
  }
  return {
    ask: (wall) => {
      forget()
      const shown = byWall.get(wall)
      if (shown !== undefined && shown.expiresAt - now() > WORTHWHILE_MS) return shown
      const made = { code: fresh(), wall, expiresAt: now() + CODE_MS }
      byWall.set(wall, made)
      return made
    },
    of: (wall) => {
      forget()
      return byWall.get(wall)
    },
    use: (code) => {
      forget()
      const found = [...byWall.values()].find((shown) => shown.code === code)
      if (found !== undefined) byWall.delete(found.wall)
      return found?.wall
    }
  }
}
