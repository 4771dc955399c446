import { lazy, Suspense, useCallback, useState, type ComponentType, type ReactNode } from 'react'
import { monthsOf } from '#view/month-slider.ts'
import { Icon, type IconName } from './icon.tsx'
import type { ToolProps } from './tool.ts'
import './tools.css'

interface Tool {
  readonly id: string
  readonly label: string
  readonly icon: IconName
  readonly Panel: ComponentType<ToolProps>
}

const TOOLS: readonly Tool[] = [
  { id: 'find', label: '查找', icon: 'find', Panel: lazy(async () => ({ default: (await import('#modes/find/find.tsx')).Find })) },
  { id: 'compare', label: '比较', icon: 'compare', Panel: lazy(async () => ({ default: (await import('#modes/compare/compare.tsx')).Compare })) },
  { id: 'cast', label: '投屏', icon: 'cast', Panel: lazy(async () => ({ default: (await import('#modes/remote/cast.tsx')).Cast })) },
  { id: 'share', label: '分享', icon: 'share', Panel: lazy(async () => ({ default: (await import('#modes/share/share.tsx')).Share })) },
  { id: 'theme', label: '主题', icon: 'theme', Panel: lazy(async () => ({ default: (await import('./theme-choice.tsx')).ThemeChoice })) }
]

/** Beside a wall there is no sheet that has the months and the way up. */
const MONTHS: Tool = { id: 'period', label: '期间', icon: 'months', Panel: lazy(async () => ({ default: (await import('./month-choice.tsx')).MonthChoice })) }

interface ToolsProps extends Omit<ToolProps, 'onClose'> {
  readonly wide: boolean
}

/** What can be done with the view: each tool is loaded when it is first opened. */
export function Tools({ wide, ...props }: ToolsProps): ReactNode {
  // A link to a comparison opens it.
  const [open, setOpen] = useState(props.view.compare === undefined ? undefined : 'compare')
  const close = useCallback(() => setOpen(undefined), [])
  const { answer } = props
  const tools = wide && answer !== undefined && monthsOf(answer).length > 1 ? [...TOOLS, MONTHS] : TOOLS
  const Panel = tools.find(({ id }) => id === open)?.Panel
  return (
    <>
      <div className="tools" role="toolbar" aria-label="工具">
        {tools.map(({ id, label, icon }) => (
          <button key={id} type="button" aria-haspopup="dialog" aria-label={label} data-tool={id} onClick={() => setOpen(id)}>
            <Icon name={icon} />
          </button>
        ))}
      </div>
      {Panel !== undefined && (
        <Suspense>
          <Panel {...props} onClose={close} />
        </Suspense>
      )}
    </>
  )
}
