import { useEffect, useRef, useState, type ReactNode } from 'react'
import { download } from './download.ts'
import { fetchFile } from './fetch-file.ts'
import { fileName } from './file-name.ts'
import type { QuoteLinks } from './quote-links.ts'

type Files = NonNullable<QuoteLinks['files']>

interface QuoteFilesProps {
  readonly files: Files
  /** Of a file, without its ending. */
  readonly name: Parameters<typeof fileName>
}

/** Browsers let only pages over https, or of the machine itself, put pictures on the clipboard. @throws Error in words for the page */
async function copyPicture(address: string, signal: AbortSignal): Promise<void> {
  if (typeof ClipboardItem === 'undefined' || navigator.clipboard === undefined) throw new Error('浏览器只许 https 页面复制图片，请改用下载')
  // Handed over as a promise: a browser asks for the user's press to be fresh.
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': fetchFile(address, signal) })])
}

const endingOf = (name: QuoteFilesProps['name'], ending: string): string => fileName(...name).replace(/png$/, ending)

/** The panel as a picture or a table: on the clipboard, or as a file. */
export function QuoteFiles({ files, name }: QuoteFilesProps): ReactNode {
  const [said, say] = useState('')
  const current = useRef<AbortController | null>(null)
  // A picture that nobody waits for any more leaves its place in the server's queue.
  useEffect(() => () => current.current?.abort(), [])
  const run = (task: (signal: AbortSignal) => Promise<string>) => (): void => {
    current.current?.abort()
    const control = new AbortController()
    current.current = control
    say('请稍候…')
    const end = (text: string): void => {
      if (current.current === control) say(text)
    }
    task(control.signal).then(end, (error: unknown) => end(error instanceof Error ? error.message : '没有做成'))
  }
  const save = (ending: keyof Files) =>
    run(async (signal) => {
      const file = endingOf(name, ending)
      download(await fetchFile(files[ending], signal), file)
      return `已保存：${file}`
    })
  const copy = run(async (signal) => {
    await copyPicture(files.png, signal)
    return '图片已复制，可以粘贴。'
  })
  return (
    <div className="quote-files">
      <div className="share-actions">
        <button type="button" className="share-button" onClick={copy}>
          复制图片
        </button>
        {(['png', 'svg', 'csv'] as const).map((ending) => (
          <button key={ending} type="button" className="share-button" aria-label={`下载 ${ending.toUpperCase()}`} onClick={save(ending)}>
            {ending.toUpperCase()}
          </button>
        ))}
      </div>
      <p className="share-note" role="status">
        {said}
      </p>
    </div>
  )
}
