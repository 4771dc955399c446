import type { ReactNode } from 'react'
import { dayClockText } from '#format/period.ts'
import { useNow } from '#ui/use-now.ts'
import type { PanelState } from './panel-state.ts'
import type { SceneState } from './scene-context.ts'

/** Seconds until the next attempt, counting down while one is planned. */
function Countdown({ until }: { readonly until: number }): ReactNode {
  const now = useNow(1_000)
  return <small>重连 {Math.max(0, Math.ceil((until - now) / 1_000))} 秒</small>
}

export function OfflineNote({ scene }: { readonly scene: SceneState }): ReactNode {
  const now = useNow(60_000)
  return (
    <p className="note note-idle">
      <span>
        {scene.outage}，展示 {dayClockText(scene.fetchedAt, now, scene.timeZone)} 缓存
      </span>
      {scene.nextAttempt === null ? <small>正在重连</small> : <Countdown until={scene.nextAttempt} />}
    </p>
  )
}

export function PanelNote({ state, scene }: { readonly state: PanelState; readonly scene: SceneState }): ReactNode {
  if (state.kind === 'offline') return <OfflineNote scene={scene} />
  if (state.kind === 'stale')
    return (
      <p className="note note-warn">
        <span>
          数据停在 {state.staleness.period}，晚于约定 {state.staleness.daysLate} 天
        </span>
      </p>
    )
  return null
}

export const EmptyBody = ({ reason }: { readonly reason: string }): ReactNode => (
  <div className="panel-mid">
    <b>本期无已发布数据</b>
    <p>{reason}</p>
  </div>
)

export const FailedBody = ({ lastSuccess }: { readonly lastSuccess: string | null }): ReactNode => (
  <>
    <p className="note note-err">
      <span>本面板取数失败，其余面板正常</span>
    </p>
    <div className="panel-mid">
      {lastSuccess !== null && <b>上次成功 {lastSuccess}</b>}
      <p>收到新数据后自动重试</p>
    </div>
  </>
)
