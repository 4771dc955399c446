import { useRef, useState, type ReactNode } from 'react'
import { copyFrom } from './copy-text.ts'

interface LinkFieldProps {
  readonly link: string
  readonly title: string
}

/** What a browser has that can hand a link to other programs; over plain HTTP none has. */
const canHandOver = (): boolean => 'share' in navigator

/** Somebody who puts the system's list away has not failed. */
const handOver = (link: string, title: string): Promise<void> => navigator.share({ title, url: link }).catch(() => undefined)

export function LinkField({ link, title }: LinkFieldProps): ReactNode {
  const field = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState<{ readonly link: string; readonly done: boolean }>()
  const copy = async (): Promise<void> => {
    if (field.current !== null) setCopied({ link, done: await copyFrom(field.current) })
  }
  const said = copied?.link === link ? copied : undefined
  return (
    <>
      <input ref={field} className="share-link" readOnly value={link} aria-label="链接" onFocus={(event) => event.currentTarget.select()} />
      <div className="share-actions">
        <button type="button" className="share-button is-first" onClick={() => void copy()}>
          {said?.done === true ? '已复制' : '复制链接'}
        </button>
        {canHandOver() && (
          <button type="button" className="share-button" onClick={() => void handOver(link, title)}>
            发送到…
          </button>
        )}
      </div>
      <p className="share-note" role="status">
        {said === undefined ? '' : said.done ? '链接已复制，可以粘贴。' : '浏览器不让复制，请长按上面的链接自己复制。'}
      </p>
    </>
  )
}
