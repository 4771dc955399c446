import type { ReactNode } from 'react'
import { clockText, dateText } from '#format/period.ts'
import { BrandMark } from '#ui/brand-mark.tsx'
import { staticWords } from '#modes/offline/static-words.ts'
import { isStatic } from '#queries/static-site.ts'
import { useNow } from '#ui/use-now.ts'
import './header.css'

/** How the page hears of news: by the stream, by asking, or not at all. */
export type Connection = 'live' | 'polling' | 'offline'

interface HeaderProps {
  readonly title: string
  readonly product: string
  readonly regionName: string
  readonly dataPeriod: string | null
  readonly connection: Connection
  readonly pinned: number | undefined
  /** The release of what is shown. */
  readonly release: number | undefined
  readonly timeZone: string
  /** When what stands without a title came, in words. */
  readonly age?: string | null
  /** Why the wall shows what it shows, such as 插播 or 安全模式. */
  readonly note?: string | null
  /** The scene's name, where no clock stands in its place. */
  readonly scene?: string
  /** Where one is in the tree of regions. */
  readonly path?: ReactNode
  /** Beside the period: that there is something newer. */
  readonly news?: ReactNode
  /** What can be done with the view. */
  readonly tools?: ReactNode
  /** What the connection mark opens. */
  readonly onConnection?: () => void
}

function Clock({ timeZone, note, path }: { readonly timeZone: string; readonly note: string | null; readonly path: ReactNode }): ReactNode {
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
      {note !== null && <span className="header-note">{note}</span>}
      {path}
    </div>
  )
}

const CONNECTION: Record<Connection, string> = { live: '数据在线', polling: '数据在线 轮询', offline: '离线 展示缓存' }

function ConnectionMark({ connection, pinned, release }: Pick<HeaderProps, 'connection' | 'pinned' | 'release'>): ReactNode {
  const heard = isStatic() ? 'static' : connection
  const standing = heard === 'static' ? staticWords(release) : CONNECTION[connection]
  const text = connection === 'offline' ? CONNECTION.offline : pinned === undefined ? standing : `第 ${pinned} 版存档`
  return (
    <b
      className={`header-connection ${connection === 'offline' ? 'is-offline' : ''}`}
      data-connection={connection === 'offline' ? connection : heard}
      role="status"
    >
      <i aria-hidden="true" />
      {text}
    </b>
  )
}

export function Header({
  title,
  product,
  regionName,
  dataPeriod,
  connection,
  pinned,
  release,
  timeZone,
  age = null,
  note = null,
  scene,
  path,
  news,
  tools,
  onConnection
}: HeaderProps): ReactNode {
  return (
    <header className="header">
      <Clock timeZone={timeZone} note={note} path={path} />
      <h1 className="header-title">
        <BrandMark />
        <span>{title}</span>
        <em>{product}</em>
        {scene !== undefined && <small>{scene}</small>}
      </h1>
      <div className="header-right">
        {tools}
        <span>
          <span className="header-region">
            {regionName} <br />
          </span>
          {dataPeriod === null ? '数据未公布' : `数据截至 ${dataPeriod}`}
          {age !== null && ` · ${age}`}
          {news}
        </span>
        {onConnection === undefined ? (
          <ConnectionMark connection={connection} pinned={pinned} release={release} />
        ) : (
          <button type="button" className="header-button" aria-haspopup="dialog" onClick={onConnection}>
            <ConnectionMark connection={connection} pinned={pinned} release={release} />
          </button>
        )}
      </div>
    </header>
  )
}
