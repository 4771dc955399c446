import type { Connection } from '#modes/shell/header.tsx'

export interface WallState {
  readonly scene: string
  readonly region: string | null
  readonly rotations: number
  readonly staged: boolean
  readonly connection: Connection
  readonly safe: boolean
  readonly release: number | null
  readonly dataAt: string | null
}

interface WallHandle {
  /** Goes to the next scene as soon as it is prepared. */
  readonly next: () => void
  /** Stops changing by time. */
  readonly hold: (on: boolean) => void
  readonly state: () => WallState
}

declare global {
  var __wall: WallHandle | undefined
}

const asked = (): URLSearchParams => new URLSearchParams(location.search)

const isAudited = (): boolean => asked().get('audit') === '1'

/** With `?audit=1` the wall can be driven and asked. Returns what takes that back. */
export function offerWall(handle: WallHandle): () => void {
  if (!isAudited()) return () => undefined
  globalThis.__wall = handle
  return () => {
    globalThis.__wall = undefined
  }
}

/** With `?audit=1&fade=50` changes take that many milliseconds. */
export function auditedFade(otherwise: number): number {
  const fade = Number(asked().get('fade') ?? 'none')
  if (!isAudited() || !Number.isFinite(fade) || fade < 0) return otherwise
  document.documentElement.style.setProperty('--scene', `${fade}ms`)
  return fade
}
