import type { ReactNode } from 'react'
import { PeriodSlider } from './period-slider.tsx'
import { ToolDialog } from './tool-dialog.tsx'
import type { ToolProps } from './tool.ts'

/** Where no sheet has the slider: the months of the scene. */
export const MonthChoice = ({ answer, view, setView, onClose }: ToolProps): ReactNode => (
  <ToolDialog title="期间" onClose={onClose}>
    {answer !== undefined && <PeriodSlider answer={answer} view={view} setView={setView} />}
  </ToolDialog>
)
