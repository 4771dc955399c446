import type { ReactNode } from 'react'
import { clockText, dateText } from '#format/period.ts'
import { BrandMark } from '#ui/brand-mark.tsx'
import { useNow } from '#ui/use-now.ts'
import './header.css'

interface HeaderProps {
  readonly title: string
  readonly product: string
  readonly regionName: string
  readonly dataPeriod: string | null
  readonly offline: boolean
  readonly pinned: number | undefined
  readonly timeZone: string
}

function Clock({ timeZone }: { readonly timeZone: string }): ReactNode {
  const now = useNow(1_000)
  const { date, weekday } = dateText(now, timeZone)
  return (
    <div className="header-left">
      <time className="header-clock">{clockText(now, timeZone)}</time>
      <span>
        {date}
        <br />
        {weekday}
      </span>
    </div>
  )
}

function Connection({ offline, pinned }: Pick<HeaderProps, 'offline' | 'pinned'>): ReactNode {
  const text = offline ? '离线 展示缓存' : pinned === undefined ? '数据在线' : `第 ${pinned} 版存档`
  return (
    <b className={`header-connection ${offline ? 'is-offline' : ''}`} role="status">
      <i aria-hidden="true" />
      {text}
    </b>
  )
}

export function Header({ title, product, regionName, dataPeriod, offline, pinned, timeZone }: HeaderProps): ReactNode {
  return (
    <header className="header">
      <Clock timeZone={timeZone} />
      <h1 className="header-title">
        <BrandMark />
        <span>{title}</span>
        <em>{product}</em>
      </h1>
      <div className="header-right">
        <span>
          {regionName} <br />
          {dataPeriod === null ? '数据未公布' : `数据截至 ${dataPeriod}`}
        </span>
        <Connection offline={offline} pinned={pinned} />
      </div>
    </header>
  )
}
