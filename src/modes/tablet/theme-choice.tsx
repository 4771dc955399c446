import { Radio } from '@base-ui/react/radio'
import { RadioGroup } from '@base-ui/react/radio-group'
import type { ReactNode } from 'react'
import { isThemeId, THEME_IDS, THEMES } from '#tokens/themes.ts'
import { ToolDialog } from './tool-dialog.tsx'
import type { ToolProps } from './tool.ts'
import './theme-choice.css'

/** The three themes, each shown in its own colours. The choice goes into the address, and with it into what is shared. */
export const ThemeChoice = ({ view, setView, onClose }: ToolProps): ReactNode => (
  <ToolDialog title="主题" onClose={onClose}>
    <RadioGroup aria-label="主题" className="themes" value={view.theme ?? 'ink'} onValueChange={(value) => isThemeId(value) && setView({ theme: value })}>
      {THEME_IDS.map((id) => (
        <Radio.Root key={id} value={id} className="theme-card" data-theme={id}>
          <b>{THEMES[id].name}</b>
          <span className="theme-ramp" aria-hidden="true">
            {THEMES[id].ramp.map((colour) => (
              <i key={colour} style={{ background: colour }} />
            ))}
          </span>
        </Radio.Root>
      ))}
    </RadioGroup>
  </ToolDialog>
)
