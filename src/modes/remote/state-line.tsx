import type { ReactNode } from 'react'
import { useNow } from '#ui/use-now.ts'
import type { PaneProps } from './pane.ts'

const leftText = (milliseconds: number): string => {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1_000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** The last two minutes are worth a look. */
const SOON = 120_000

/** Paired with what, by which code, and for how long yet. */
export function StateLine({ remote: { pairing, session, online, trouble, more, letGo } }: PaneProps): ReactNode {
  const left = Date.parse(session?.expiresAt ?? pairing.expiresAt) - useNow(1_000)
  return (
    <section className="remote-state" aria-label="配对">
      <p className="remote-code" aria-label={`用过的配对码 ${pairing.code}`}>
        {pairing.code.split('').map((digit, index) => (
          <b key={index}>{digit}</b>
        ))}
      </p>
      <div className="remote-who">
        <p>
          <b data-online={online}>
            <i aria-hidden="true" />
            已配对
          </b>
          <b>{pairing.wall.name}</b>
        </p>
        <small role="status" className={trouble !== null || left < SOON ? 'is-warn' : ''}>
          {trouble ?? (
            <>
              配对码一次有效；本机持有控制权，还剩 <time>{leftText(left)}</time>
            </>
          )}
        </small>
      </div>
      <button type="button" className="remote-button" onClick={more}>
        续期
      </button>
      <button type="button" className="remote-button is-quiet" onClick={letGo}>
        断开
      </button>
    </section>
  )
}
