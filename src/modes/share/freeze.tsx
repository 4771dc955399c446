import { Switch } from '@base-ui/react/switch'
import type { ReactNode } from 'react'

interface FreezeProps {
  readonly text: string
  readonly frozen: boolean
  readonly onChange: (frozen: boolean) => void
}

/** Whether who opens the link sees these figures, or the newest ones of that day. */
export const Freeze = ({ text, frozen, onChange }: FreezeProps): ReactNode => (
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
