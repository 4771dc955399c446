import { Dialog } from '@base-ui/react/dialog'
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import './tool-dialog.css'

interface ToolDialogProps {
  readonly title: string
  readonly onClose: () => void
  /** Takes the room that there is: for what lists or draws much. */
  readonly wide?: boolean
  /** It is read and scrolled: the keyboard gets at it. */
  readonly reading?: boolean
  readonly children: ReactNode
}

/** A tool over the scene: in the middle where there is room, from the lower edge on a phone. Escape, a tap beside it or the cross puts it away. */
export function ToolDialog({ title, onClose, wide = false, reading = false, children }: ToolDialogProps): ReactNode {
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="tool-backdrop" />
        <Dialog.Popup className={`tool-dialog ${wide ? 'is-wide' : ''}`}>
          <header className="tool-head">
            <Dialog.Title render={<h2 />}>{title}</Dialog.Title>
            <Dialog.Close className="round-button" aria-label="关闭">
              <Icon name="close" />
            </Dialog.Close>
          </header>
          <div className="tool-body" tabIndex={reading ? 0 : undefined}>
            {children}
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
