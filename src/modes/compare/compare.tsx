import type { ReactNode } from 'react'
import { ToolDialog } from '#modes/tablet/tool-dialog.tsx'
import type { ToolProps } from '#modes/tablet/tool.ts'

export const Compare = ({ onClose }: ToolProps): ReactNode => (
  <ToolDialog title="Compare" onClose={onClose}>
    {null}
  </ToolDialog>
)
