import { useState, type ReactNode } from 'react'
import { later } from '#modes/shell/later.tsx'
import { ToolDialog } from '#modes/tablet/tool-dialog.tsx'
import type { ToolProps } from '#modes/tablet/tool.ts'
import { THEMES } from '#tokens/themes.ts'
import { PrintBrief } from './print-brief.tsx'
import { SavePicture } from './save-picture.tsx'
import { ShareWays, type ShareLinkProps } from './share-ways.tsx'

const Quote = later(async () => (await import('./quote.tsx')).Quote, { Meanwhile: () => <p className="share-note">请稍候。</p> })

const ShareView = ({ pack, answer, view }: ShareLinkProps): ReactNode => (
  <ShareWays pack={pack} answer={answer} view={view}>
    {(link) => (
      <>
        <SavePicture pack={pack} answer={answer} link={link} theme={THEMES[view.theme ?? 'ink']} />
        <PrintBrief answer={answer} link={link} />
      </>
    )}
  </ShareWays>
)

const More = ({ onPress, children }: { readonly onPress: () => void; readonly children: ReactNode }): ReactNode => (
  <div className="share-more">
    <button type="button" className="share-button" onClick={onPress}>
      {children}
    </button>
  </div>
)

/** The view as a link, as a code and as a picture; or a part of it for other pages and papers. */
export function Share({ pack, answer, view, onClose }: ToolProps): ReactNode {
  const [quoting, setQuoting] = useState(false)
  if (answer === undefined)
    return (
      <ToolDialog title="分享当前画面" onClose={onClose}>
        <p className="share-note">画面还在读取，请稍候。</p>
      </ToolDialog>
    )
  return (
    <ToolDialog title={quoting ? '引用与嵌入' : '分享当前画面'} wide={quoting} onClose={onClose}>
      {quoting ? <Quote pack={pack} answer={answer} view={view} /> : <ShareView pack={pack} answer={answer} view={view} />}
      <More onPress={() => setQuoting(!quoting)}>{quoting ? '返回分享' : '引用与嵌入'}</More>
    </ToolDialog>
  )
}
