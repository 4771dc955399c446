import { Switch } from '@base-ui/react/switch'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { PackAnswer, SceneAnswer } from '#contract/endpoints.ts'
import { ToolDialog } from '#modes/tablet/tool-dialog.tsx'
import type { ToolProps } from '#modes/tablet/tool.ts'
import { versionQuery } from '#queries/version-query.ts'
import { THEMES } from '#tokens/themes.ts'
import type { View } from '#view/codec.ts'
import { LinkField } from './link-field.tsx'
import { releaseText } from './picture-facts.ts'
import { QrCode } from './qr-code.tsx'
import { SavePicture } from './save-picture.tsx'
import { shareLink } from './share-link.ts'
import './share.css'

interface FreezeProps {
  readonly text: string
  readonly frozen: boolean
  readonly onChange: (frozen: boolean) => void
}

/** Whether who opens the link sees these figures, or the newest ones of that day. */
const Freeze = ({ text, frozen, onChange }: FreezeProps): ReactNode => (
  <label className="share-freeze">
    <span>
      <b>冻结数据</b>
      <small>{frozen ? `停在${text}` : '打开时显示最新一版'}</small>
    </span>
    <Switch.Root className="switch" checked={frozen} onCheckedChange={onChange}>
      <Switch.Thumb className="switch-thumb" />
    </Switch.Root>
  </label>
)

interface ShareViewProps {
  readonly pack: PackAnswer
  readonly answer: SceneAnswer
  readonly view: View
}

function ShareView({ pack, answer, view }: ShareViewProps): ReactNode {
  const [frozen, setFrozen] = useState(view.release !== undefined)
  const { data: version } = useQuery(versionQuery())
  const base = version?.publicUrl ?? new URL('/', location.href).href
  const link = shareLink({ view, scene: answer.scene.id, release: frozen ? answer.release : undefined, base })
  return (
    <div className="share">
      <QrCode link={link} />
      <div className="share-ways">
        <Freeze text={releaseText(answer, pack.info.timeZone)} frozen={frozen} onChange={setFrozen} />
        <LinkField link={link} title={`${pack.info.title} ${answer.scene.title}`} />
        <SavePicture pack={pack} answer={answer} link={link} theme={THEMES[view.theme ?? 'ink']} />
      </div>
    </div>
  )
}

/** The view as a link, as a code and as a picture. */
export const Share = ({ pack, answer, view, onClose }: ToolProps): ReactNode => (
  <ToolDialog title="分享当前画面" onClose={onClose}>
    {answer === undefined ? <p className="share-note">画面还在读取，请稍候。</p> : <ShareView pack={pack} answer={answer} view={view} />}
  </ToolDialog>
)
