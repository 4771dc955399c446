import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { Found } from './publisher-load.ts'

export interface KillRow extends Found {
  readonly what: string
  readonly kills: number
  readonly attempts: number
  /** Seconds until the killed one served again, at worst. */
  readonly slowest: number
}

const FILE = 'artifacts/kills.txt'
const HEAD =
  'kill -9 of | kills | attempts | acknowledged: present | acknowledged: lost | refused: absent | unanswered: whole | unanswered: absent | half there | slowest return'

const lineOf = ({ what, kills, attempts, acknowledgedPresent, lost, refusedAbsent, unknownWhole, unknownAbsent, broken, slowest }: KillRow): string =>
  [what, kills, attempts, acknowledgedPresent, lost, refusedAbsent, unknownWhole, unknownAbsent, broken, `${slowest.toFixed(1)} s`].join(' | ')

const before = (): string[] => {
  try {
    return readFileSync(FILE, 'utf8').split('\n').slice(1).filter(Boolean)
  } catch {
    return []
  }
}

/** Prints a row, and keeps it in the table of all kinds of kills. */
export function reportKills(row: KillRow): void {
  const lines = [HEAD, ...before().filter((line) => !line.startsWith(`${row.what} | `)), lineOf(row)]
  mkdirSync('artifacts', { recursive: true })
  writeFileSync(FILE, `${lines.join('\n')}\n`)
  console.log(`${HEAD}\n${lineOf(row)}`)
}
