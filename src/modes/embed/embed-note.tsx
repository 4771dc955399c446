import { useEffect, type ReactNode } from 'react'
import { setReady } from '#panel-kit/ready.tsx'
import './embed.css'

interface EmbedNoteProps {
  readonly title: string
  readonly children?: ReactNode
}

/** In place of what cannot be shown: why, and where one may go instead. Nothing more will come, so the page is ready. */
export function EmbedNote({ title, children }: EmbedNoteProps): ReactNode {
  useEffect(() => {
    document.title = title
    setReady(true)
    return () => setReady(false)
  }, [title])
  return (
    <section className="embed-note" role="alert">
      <b>{title}</b>
      {children !== undefined && <p>{children}</p>}
    </section>
  )
}

/** The whole screen, in a window of its own. */
export const ToScreen = ({ href = '/', children = '打开大屏' }: { readonly href?: string; readonly children?: ReactNode }): ReactNode => (
  <a href={href} target="_blank" rel="noopener noreferrer">
    {children}
  </a>
)
