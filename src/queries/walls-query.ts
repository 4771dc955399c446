import { queryOptions } from '@tanstack/react-query'
import { WallReloadAnswer, wallReloadPath, WallsAnswer, wallsPath } from '#contract/walls.ts'
import { ask } from './ask.ts'

/** Milliseconds between two looks at the walls. */
export const WALLS_EVERY = 5_000

/** All walls that have reported. What was listed last stays while the server is away. */
export const wallsQuery = () => queryOptions({ queryKey: ['walls'], queryFn: () => ask(wallsPath, WallsAnswer), refetchInterval: WALLS_EVERY })

export interface ReloadRequest {
  readonly id: string
  /** The operator's. */
  readonly token: string
}

/** Asks a wall to load anew, with its next report. @throws RequestError in the server's words */
export const reloadWall = ({ id, token }: ReloadRequest): Promise<{ readonly reloadAskedAt: string }> =>
  ask(wallReloadPath.replace(':id', encodeURIComponent(id)), WallReloadAnswer, { method: 'POST', token })
