import type { ReactNode } from 'react'
import { useNow } from '#ui/use-now.ts'
import type { PaneProps } from './pane.ts'

/** What the wall has said that it shows, and what comes next and when. */
export function NowShowing({ remote: { session, online }, names }: PaneProps): ReactNode {
  const now = useNow(1_000)
  const shown = session?.shown ?? null
  if (shown === null) return <p className="remote-now">{online ? '大屏还没有说它显示什么' : '大屏没有答复'}</p>
  const seconds = Math.max(0, Math.ceil((shown.endsAt - now) / 1_000))
  return (
    <p className="remote-now">
      <span role="status">
        {online ? '墙上正在显示' : '墙上最后显示'} <b data-shown={shown.scene}>{shown.cover ? '封面' : names.place(shown)}</b>
      </span>
      <span>
        {shown.held ? (
          '已停住，不自动切换'
        ) : (
          <>
            {shown.next !== null && (
              <>
                下一屏{' '}
                <b>
                  {shown.next.scene === shown.scene ? (names.region(shown.next.region) ?? names.short(shown.next.scene)) : names.short(shown.next.scene)}
                </b>{' '}
              </>
            )}
            还有 {seconds} 秒
          </>
        )}
      </span>
    </p>
  )
}
