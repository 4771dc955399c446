import type { CSSProperties, ReactNode } from 'react'
import { useNow } from '#ui/use-now.ts'
import { ORBIT_EVERY, orbitAt } from './orbit.ts'

/** Moves the picture by a pixel or two every few minutes. */
export function Orbit({ children }: { readonly children: ReactNode }): ReactNode {
  const [x, y] = orbitAt(useNow(ORBIT_EVERY))
  return (
    <div className="wall-picture" style={{ transform: `translate(${x}px, ${y}px)` }}>
      {children}
    </div>
  )
}

/** Darkens the whole screen at night; figures stay readable, since their ground darkens with them. */
export const Dim = ({ share }: { readonly share: number }): ReactNode => <div className="wall-dim" style={{ opacity: share } satisfies CSSProperties} />
