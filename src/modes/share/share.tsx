import type { ReactNode } from 'react'
import { ToolDialog } from '#modes/tablet/tool-dialog.tsx'
import type { ToolProps } from '#modes/tablet/tool.ts'

export const Share = ({ onClose }: ToolProps): ReactNode => (
  <ToolDialog title="Share" onClose={onClose}>
    {null}
  </ToolDialog>
)
