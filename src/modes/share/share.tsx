import type { ReactNode } from 'react'
import { ToolDialog } from '#modes/tablet/tool-dialog.tsx'
import type { ToolProps } from '#modes/tablet/tool.ts'
import { THEMES } from '#tokens/themes.ts'
import { PrintBrief } from './print-brief.tsx'
import { SavePicture } from './save-picture.tsx'
import { ShareWays, type ShareLinkProps } from './share-ways.tsx'

const ShareView = ({ pack, answer, view }: ShareLinkProps): ReactNode => (
  <ShareWays pack={pack} answer={answer} view={view}>
    {(link) => (
      <>
        <SavePicture pack={pack} answer={answer} link={link} theme={THEMES[view.theme ?? 'ink']} />
        <PrintBrief scene={answer.scene.id} link={link} />
      </>
    )}
  </ShareWays>
)

/** The view as a link, as a code and as a picture. */
export const Share = ({ pack, answer, view, onClose }: ToolProps): ReactNode => (
  <ToolDialog title="分享当前画面" onClose={onClose}>
    {answer === undefined ? <p className="share-note">画面还在读取，请稍候。</p> : <ShareView pack={pack} answer={answer} view={view} />}
  </ToolDialog>
)
