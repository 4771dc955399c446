import type { ReactNode } from 'react'
import { useLateFonts } from '#modes/shell/use-late-fonts.ts'
import { useOperatorPage } from '#modes/walls/use-operator-page.ts'
import './offline.css'

interface NoServerProps {
  readonly title: string
  /** What is missing without a server, and what there is instead. */
  readonly children: ReactNode
}

/** In place of a page that is nothing among exported files. */
export function NoServer({ title, children }: NoServerProps): ReactNode {
  useOperatorPage(title, true)
  useLateFonts()
  return (
    <main className="no-server" data-no-server="">
      <h1>{title}</h1>
      <p>
        <b>这里是静态文件，没有服务器。</b>
      </p>
      <p>{children}</p>
      <p>
        <a href="/">打开大屏</a> · <a href="/wall">自动轮播的大屏</a> · <a href="/brief">简报</a>
      </p>
    </main>
  )
}
