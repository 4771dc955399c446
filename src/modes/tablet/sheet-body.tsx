import { useMemo, type ReactNode } from 'react'
import type { Panel } from '#contract/scene.ts'
import { canEnter } from '#contract/region-tree.ts'
import { useScene } from '#panel-kit/scene-context.ts'
import { PanelPlace } from '#scenes/scene-grid.tsx'
import { FRAME } from '#tokens/sizes.ts'
import { DemoTag } from '#ui/tags.tsx'
import { Icon } from './icon.tsx'
import { RegionCard } from './region-card.tsx'
import { PeriodSlider } from './period-slider.tsx'
import { neighbours, regionOrder } from './region-order.ts'
import { Sources } from './sources.tsx'
import { useOpened } from '#modes/shell/use-opened.ts'
import { useSwipe } from './use-swipe.ts'
import './sheet-body.css'

/** The area that is looked at: the one chosen, before its own answer has come. */
export function useSelected(): string | null {
  const { answer, view } = useScene()
  const chosen = answer.regions.find(({ code, parent }) => code === view.region && parent === answer.root)?.code
  return chosen ?? (view.region === undefined || answer.region === answer.root ? null : answer.region)
}

interface LeafProps {
  readonly code: string
}

/** The area before and behind in rank order, and the way back to all. */
function useLeafing(code: string) {
  const { answer, view, setView } = useScene()
  const order = useMemo(() => regionOrder(answer, view), [answer, view])
  const { before, behind } = neighbours(order, code)
  const show = (region: string | undefined): void => {
    if (region !== undefined) setView({ region })
  }
  return { before, behind, toBefore: () => show(before?.code), toBehind: () => show(behind?.code), close: () => setView({ region: undefined }) }
}

function RegionHead({ code }: LeafProps): ReactNode {
  const { answer, setView } = useScene()
  const { before, behind, toBefore, toBehind, close } = useLeafing(code)
  const name = answer.regions.find((region) => region.code === code)?.name ?? ''
  const demo = answer.observations.some(({ refArea, origin }) => refArea === code && origin === 'demo')
  return (
    <header className="sheet-head">
      <h2>{name}</h2>
      {demo && <DemoTag />}
      <nav aria-label="换一个地区">
        {canEnter(answer.regions, code) && (
          <button type="button" className="round-button" aria-label={`进入${name}`} onClick={() => setView({ root: code, region: undefined })}>
            <Icon name="enter" />
          </button>
        )}
        <button type="button" className="round-button" aria-label={`上一个 ${before?.name ?? ''}`} onClick={toBefore}>
          <Icon name="back" />
        </button>
        <button type="button" className="round-button" aria-label={`下一个 ${behind?.name ?? ''}`} onClick={toBehind}>
          <Icon name="forward" />
        </button>
        <button type="button" className="round-button" aria-label="取消选择" onClick={close}>
          <Icon name="close" />
        </button>
      </nav>
    </header>
  )
}

function SwipedCard({ code }: LeafProps): ReactNode {
  const { toBefore, toBehind } = useLeafing(code)
  const swipe = useSwipe((direction) => (direction < 0 ? toBehind() : toBefore()))
  return (
    <div className="sheet-swiped" data-base-ui-swipe-ignore="x" {...swipe}>
      <RegionCard code={code} />
    </div>
  )
}

/** The sheet scrolls: a panel has the height that its column has on a phone, so that its rows are as high as a finger. */
const boxOf = ({ area }: Panel) => (area.column?.height === undefined ? {} : { height: `${area.column.height * FRAME.columnPx}px` })

interface SheetBodyProps {
  /** The panels that do not stand on the stage. */
  readonly panels: readonly Panel[]
}

/** The name of what the sheet is about, with the ways to its neighbours. */
export function SheetHead(): ReactNode {
  const { answer } = useScene()
  const selected = useSelected()
  if (selected !== null) return <RegionHead code={selected} />
  return (
    <header className="sheet-head is-scene">
      <h2>{answer.scene.title}</h2>
    </header>
  )
}

/** The selected area, then the scene's other panels, then where all of it comes from. */
export function SheetBody({ panels }: SheetBodyProps): ReactNode {
  const { answer, view, setView } = useScene()
  const selected = useSelected()
  return (
    <>
      <PeriodSlider answer={answer} view={view} setView={setView} />
      {selected !== null && <SwipedCard code={selected} />}
      {panels.map((panel) => (
        <PanelPlace key={panel.id} panel={panel} style={boxOf(panel)} />
      ))}
    </>
  )
}

/** Always at hand: the sources and what each figure counts. */
export function SheetFoot(): ReactNode {
  const { answer } = useScene()
  const { open, show, close } = useOpened()
  return (
    <>
      <button type="button" className="sheet-foot" aria-haspopup="dialog" onClick={() => show('sources')}>
        来源与口径
        <span>{answer.dataPeriod === null ? '' : `截至 ${answer.dataPeriod}`}</span>
        <Icon name="forward" />
      </button>
      {open !== undefined && <Sources answer={answer} onClose={close} />}
    </>
  )
}
