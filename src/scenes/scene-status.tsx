import type { ReactNode } from 'react'
import { WAIT } from '#tokens/durations.ts'
import { useEffect, useState } from 'react'

function useSlow(): boolean {
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), WAIT.slowLoad)
    return () => clearTimeout(timer)
  }, [])
  return slow
}

/** Before the first answer: grid lines and one flat shimmer, nothing that could be read as data. */
export function SceneLoading(): ReactNode {
  const slow = useSlow()
  return (
    <section className="scene-wait" data-panel="scene" data-panel-state="loading" aria-busy="true">
      <p>{slow ? '加载较慢' : '加载中'}</p>
      <span className="scene-skeleton" aria-hidden="true">
        <b />
        <b />
        <b />
        <i />
      </span>
    </section>
  )
}

interface SceneFailedProps {
  readonly seconds: number
  readonly reason: string
  readonly onRetry: () => void
  /** What can be done meanwhile. */
  readonly children?: ReactNode
}

/** The first answer never came. The next attempt is automatic, since nobody can press a button on a wall; in the hand there is one. */
export function SceneFailed({ seconds, reason, onRetry, children }: SceneFailedProps): ReactNode {
  return (
    <section className="scene-wait" data-panel="scene" data-panel-state="error">
      <p className="note note-err">取数失败：{reason}</p>
      <div className="panel-mid">
        <b>数据接口暂无响应</b>
        <p>{seconds} 秒后自动重试</p>
        <button type="button" className="scene-retry" onClick={onRetry}>
          立即重试
        </button>
        {children}
      </div>
    </section>
  )
}
