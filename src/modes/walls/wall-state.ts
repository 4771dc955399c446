import { LOST_AFTER_MS, type WallLine } from '#contract/walls.ts'
import { spanText } from './age-text.ts'

/** `shape` is what tells states apart without colour. */
export interface WallState {
  readonly shape: 'live' | 'polling' | 'offline' | 'lost'
  readonly words: string
}

const WORDS: Readonly<Record<WallLine['connection'], string>> = { live: '在线', polling: '轮询', offline: '离线' }

/** What a wall said last, or that it says nothing any more; `now` is the server's. */
export function stateOf({ connection, lastSeen }: WallLine, now: number): WallState {
  const silence = now - Date.parse(lastSeen)
  if (silence > LOST_AFTER_MS) return { shape: 'lost', words: `失联 ${spanText(Math.max(60_000, silence))}` }
  return { shape: connection, words: WORDS[connection] }
}

/** How many are in which state: `在线 2 · 失联 1`. */
export function summaryOf(walls: readonly WallLine[], now: number): string {
  const shapes = walls.map((wall) => stateOf(wall, now).shape)
  const names = { ...WORDS, lost: '失联' } as const
  const counts = (['live', 'polling', 'offline', 'lost'] as const).map((shape) => [names[shape], shapes.filter((it) => it === shape).length] as const)
  return counts.flatMap(([name, count]) => (count === 0 ? [] : `${name} ${count}`)).join(' · ')
}

/** Whether the operator's request still waits for the wall. */
export const awaitsReload = ({ reloadAskedAt, startedAt }: WallLine): boolean => reloadAskedAt !== null && Date.parse(startedAt) <= Date.parse(reloadAskedAt)
