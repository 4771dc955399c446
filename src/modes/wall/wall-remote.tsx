import { createElement, useEffect, useState, type ComponentType, type ReactNode } from 'react'
import type { WallSideProps } from '#modes/remote/wall-side.tsx'
import { Boundary } from '#panel-kit/boundary.tsx'
import { isStatic } from '#queries/static-site.ts'
import { WAIT } from '#tokens/durations.ts'
import type { Step } from './player.ts'
import { noteError } from './wall-errors.ts'

/** What a tablet has made of the wall's round, and what is said of it. */
export interface Steer {
  readonly loop: readonly Step[] | null
  readonly note: string | null
}

export const NO_STEER: Steer = { loop: null, note: null }

const FIRST = 2_000
const AGAIN = 60_000

/** The part that listens to tablets comes once the wall stands, and again later where it could not be had. */
function useLater(): ComponentType<WallSideProps> | undefined {
  const [side, setSide] = useState<ComponentType<WallSideProps>>()
  useEffect(() => {
    // Without a server there are no tablets.
    if (isStatic()) return
    let timer: ReturnType<typeof setTimeout>
    const load = (): void => {
      import('#modes/remote/wall-side.tsx').then(
        ({ WallSide }) => setSide(() => WallSide),
        (error: unknown) => {
          noteError(error)
          timer = setTimeout(load, AGAIN)
        }
      )
    }
    timer = setTimeout(load, Math.min(FIRST, WAIT.report))
    return () => clearTimeout(timer)
  }, [])
  return side
}

const nothing = (): ReactNode => null

/** Whatever becomes of it, the wall goes on. */
export function WallRemote(props: WallSideProps): ReactNode {
  const side = useLater()
  if (side === undefined) return null
  return (
    <Boundary resetKey={props.pack.release} onError={noteError} fallback={nothing}>
      {createElement(side, props)}
    </Boundary>
  )
}
