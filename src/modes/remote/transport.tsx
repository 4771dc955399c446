import type { ReactNode } from 'react'
import type { PaneProps } from './pane.ts'

/** Strokes in a box of 24. */
const PATHS = {
  back: 'M6 5v14M18 5.500 8.500 12l9.500 6.500Z',
  hold: 'M9 5v14M15 5v14',
  go: 'M7 5v14l11-7Z',
  next: 'M18 5v14M6 5.500 15.500 12 6 18.500Z',
  resume: 'M5 4.500v5h5M5.500 9.500a7.500 7.500 0 1 1-.8 5'
} as const

const Sign = ({ name }: { readonly name: keyof typeof PATHS }): ReactNode => (
  <svg className="remote-sign" viewBox="0 0 24 24" aria-hidden="true">
    <path d={PATHS[name]} />
  </svg>
)

/** Back, hold, next, and back to the round. */
export function Transport({ remote: { session, send } }: PaneProps): ReactNode {
  const held = session?.shown?.held ?? false
  return (
    <div className="remote-transport" role="group" aria-label="播放">
      <button type="button" className="remote-button" onClick={() => send({ kind: 'back' })}>
        <Sign name="back" />
        上一屏
      </button>
      <button type="button" className="remote-button is-hold" aria-pressed={held} onClick={() => send({ kind: 'hold', on: !held })}>
        <Sign name={held ? 'go' : 'hold'} />
        <span>
          {held ? '已停留' : '停留'}
          <small>{held ? '点一下接着轮播' : '点一下停住，再点继续'}</small>
        </span>
      </button>
      <button type="button" className="remote-button" onClick={() => send({ kind: 'next' })}>
        下一屏
        <Sign name="next" />
      </button>
      <button type="button" className="remote-button" onClick={() => send({ kind: 'resume' })}>
        <Sign name="resume" />
        返回轮播
      </button>
    </div>
  )
}
