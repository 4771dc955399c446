import { type ComponentType, type ReactNode } from 'react'
import { monthsOf } from '#view/month-slider.ts'
import { Icon, type IconName } from './icon.tsx'
import { later } from '#modes/shell/later.tsx'
import { ToolDialog } from './tool-dialog.tsx'
import type { ToolProps } from './tool.ts'
import { useOpened } from '#modes/shell/use-opened.ts'
import { isStatic } from '#queries/static-site.ts'
import './tools.css'

interface Tool {
  readonly id: string
  readonly label: string
  readonly icon: IconName
  readonly Panel: ComponentType<ToolProps>
}

const Failed = ({ onClose }: ToolProps): ReactNode => (
  <ToolDialog title="还没有取到" onClose={onClose}>
    <p>没有网络，这个工具也没有存到本机。网络恢复后自动打开。</p>
  </ToolDialog>
)

const TOOLS: readonly Tool[] = [
  { id: 'find', label: '查找', icon: 'find', Panel: later(async () => (await import('#modes/find/find.tsx')).Find, { Failed }) },
  { id: 'compare', label: '比较', icon: 'compare', Panel: later(async () => (await import('#modes/compare/compare.tsx')).Compare, { Failed }) },
  { id: 'cast', label: '投屏', icon: 'cast', Panel: later(async () => (await import('#modes/remote/cast.tsx')).Cast, { Failed }) },
  { id: 'share', label: '分享', icon: 'share', Panel: later(async () => (await import('#modes/share/share.tsx')).Share, { Failed }) },
  { id: 'theme', label: '主题', icon: 'theme', Panel: later(async () => (await import('./theme-choice.tsx')).ThemeChoice, { Failed }) }
]

/** Beside a wall there is no sheet that has the months and the way up. */
const MONTHS: Tool = { id: 'period', label: '期间', icon: 'months', Panel: later(async () => (await import('./month-choice.tsx')).MonthChoice, { Failed }) }

/** Between a tablet and a wall there is a server. */
const offered = (): readonly Tool[] => (isStatic() ? TOOLS.filter(({ id }) => id !== 'cast') : TOOLS)

interface ToolsProps extends Omit<ToolProps, 'onClose'> {
  readonly wide: boolean
}

/** What can be done with the view: each tool is loaded when it is first opened. */
export function Tools({ wide, ...props }: ToolsProps): ReactNode {
  // A link to a comparison opens it.
  const { open, show, close } = useOpened(props.view.compare === undefined ? undefined : 'compare')
  const { answer } = props
  const tools = wide && answer !== undefined && monthsOf(answer).length > 1 ? [...offered(), MONTHS] : offered()
  const Panel = tools.find(({ id }) => id === open)?.Panel
  return (
    <>
      <div className="tools" role="toolbar" aria-label="工具">
        {tools.map(({ id, label, icon }) => (
          <button key={id} type="button" aria-haspopup="dialog" aria-label={label} data-tool={id} onClick={() => show(id)}>
            <Icon name={icon} />
          </button>
        ))}
      </div>
      {Panel !== undefined && <Panel {...props} onClose={close} />}
    </>
  )
}
