import type { ReactNode } from 'react'
import { ToolDialog } from '#modes/tablet/tool-dialog.tsx'
import type { ToolProps } from '#modes/tablet/tool.ts'

export const Cast = ({ onClose }: ToolProps): ReactNode => (
  <ToolDialog title="Cast" onClose={onClose}>
    {null}
  </ToolDialog>
)
