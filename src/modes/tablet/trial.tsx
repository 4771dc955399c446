import type { ReactNode } from 'react'
import { canEnter } from '#contract/region-tree.ts'
import { Breadcrumb } from './breadcrumb.tsx'
import { PeriodSlider } from './period-slider.tsx'
import type { ToolProps } from './tool.ts'
import { Tools } from './tools.tsx'

/** For a look at the parts until the shell has its place for them. */
export function Trial(props: Omit<ToolProps, 'onClose'>): ReactNode {
  const { answer, setView } = props
  if (answer === undefined) return null
  const { region, root, regions } = answer
  return (
    <div style={{ position: 'fixed', insetInline: 0, bottom: 0, zIndex: 20, display: 'flex', flexWrap: 'wrap', background: 'var(--bg0)' }}>
      <Breadcrumb {...props} answer={answer} />
      {region !== root && canEnter(regions, region) && (
        <button type="button" onClick={() => setView({ root: region, region: undefined })}>
          进入
        </button>
      )}
      <div style={{ flex: 1, minWidth: '20rem' }}>
        <PeriodSlider {...props} answer={answer} />
      </div>
      <Tools {...props} />
    </div>
  )
}
