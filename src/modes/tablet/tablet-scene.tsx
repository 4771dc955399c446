import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { Panel } from '#contract/scene.ts'
import { useScene } from '#panel-kit/scene-context.ts'
import { PanelPlace, SceneGrid, type ArrangementProps } from '#scenes/scene-grid.tsx'
import { Breadcrumb } from './breadcrumb.tsx'
import { BottomSheet, type Snap } from './bottom-sheet.tsx'
import { placesOf } from './places.ts'
import { PeriodSlider } from './period-slider.tsx'
import { SheetBody, SheetFoot, SheetHead, useSelected } from './sheet-body.tsx'
import { TabletCards } from './tablet-cards.tsx'
import { Zoomable } from './zoomable.tsx'
import './tablet-scene.css'

/** Half of a low window is no room for a card. */
const LOW = 560

const opening = (selected: boolean): Snap => (!selected ? 'peek' : window.innerHeight < LOW ? 'full' : 'half')

/** A selected area draws the sheet up, taking the choice back lets it down; turning the tablet changes nothing about it. */
function useSnap(selected: boolean): readonly [Snap, (snap: Snap) => void] {
  const [snap, setSnap] = useState<Snap>(opening(selected))
  const [was, setWas] = useState(selected)
  if (was !== selected) {
    setWas(selected)
    setSnap(opening(selected))
  }
  useEffect(() => {
    document.documentElement.dataset.sheet = snap
    return () => void delete document.documentElement.dataset.sheet
  }, [snap])
  return [snap, setSnap]
}

interface StageProps {
  readonly figures: readonly Panel[]
  readonly hero: Panel | undefined
}

/** Where one is in the tree of regions; at its top there is nothing to say. */
function Path(): ReactNode {
  const { answer, view, setView } = useScene()
  return <Breadcrumb answer={answer} pack={{ info: { root: answer.top ?? answer.root } }} view={view} setView={setView} />
}

/** The figures, and under them the scene's own picture, which fills what room there is. */
const Stage = ({ figures, hero }: StageProps): ReactNode => (
  <div className="stage">
    <div className="stage-figures">
      <Path />
      {figures.map((panel) => (
        <PanelPlace key={panel.id} panel={panel} />
      ))}
    </div>
    {hero !== undefined && (
      <div className="stage-hero" data-fills={hero.area.column?.height !== undefined}>
        {hero.area.column?.height === undefined ? (
          <PanelPlace panel={hero} />
        ) : (
          <Zoomable>
            <PanelPlace panel={hero} />
          </Zoomable>
        )}
      </div>
    )}
  </div>
)

interface FrameProps extends ArrangementProps {
  readonly snap: Snap
  readonly setSnap: (snap: Snap) => void
}

/** Lying: the stage, and the sheet beside it. */
function Landscape({ panels }: ArrangementProps): ReactNode {
  const { figures, hero, rest } = placesOf(panels)
  return (
    <>
      <Stage figures={figures} hero={hero} />
      <aside className="sheet" aria-label="面板">
        <SheetHead />
        <div className="sheet-scroll">
          <SheetBody panels={rest} />
        </div>
        <SheetFoot />
      </aside>
    </>
  )
}

/** Standing: the stage, and the sheet that is drawn over it. */
function Portrait({ panels, snap, setSnap }: FrameProps): ReactNode {
  const box = useRef<HTMLDivElement>(null)
  const { figures, hero, rest } = placesOf(panels)
  return (
    <>
      <Stage figures={figures} hero={hero} />
      <div ref={box} className="sheet-box" />
      <BottomSheet snap={snap} onSnap={setSnap} container={box} peeks>
        <SheetBody panels={rest} />
      </BottomSheet>
    </>
  )
}

function Months(): ReactNode {
  const { answer, view, setView } = useScene()
  return (
    <div className="phone-months">
      <PeriodSlider answer={answer} view={view} setView={setView} />
    </div>
  )
}

/** A phone: one column, and a sheet for the selected area. */
function Phone({ panels, form, snap, setSnap }: FrameProps): ReactNode {
  const { setView } = useScene()
  const box = useRef<HTMLDivElement>(null)
  const onSnap = (next: Snap): void => (next === 'peek' ? setView({ region: undefined }) : setSnap(next))
  return (
    <>
      <Path />
      <SceneGrid panels={panels} form={form} />
      <Months />
      <SheetFoot />
      <div ref={box} className="sheet-box" />
      <BottomSheet snap={snap} onSnap={onSnap} container={box} peeks={false}>
        <SheetBody panels={[]} />
      </BottomSheet>
    </>
  )
}

const FRAMES = { landscape: Landscape, portrait: Portrait, phone: Phone } as const

/** How a scene is laid out in the hand. */
export function TabletScene(props: ArrangementProps): ReactNode {
  const { frame } = useScene()
  const [snap, setSnap] = useSnap(useSelected() !== null)
  const Frame = frame === 'wall' ? SceneGrid : FRAMES[frame]
  return (
    <TabletCards>
      <Frame {...props} snap={snap} setSnap={setSnap} />
    </TabletCards>
  )
}
