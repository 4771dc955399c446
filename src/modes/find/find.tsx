import type { ReactNode } from 'react'
import { ToolDialog } from '#modes/tablet/tool-dialog.tsx'
import type { ToolProps } from '#modes/tablet/tool.ts'

export const Find = ({ onClose }: ToolProps): ReactNode => (
  <ToolDialog title="Find" onClose={onClose}>
    {null}
  </ToolDialog>
)
