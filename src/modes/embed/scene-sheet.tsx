import { useEffect, type ReactNode } from 'react'
import { sourceText } from '#charts/provenance.ts'
import { editionText } from '#charts/sheet.ts'
import { OfflineNote } from '#panel-kit/panel-notes.tsx'
import { useScene } from '#panel-kit/scene-context.ts'
import { SceneGrid, type ArrangementProps } from '#scenes/scene-grid.tsx'
import { BrandMark } from '#ui/brand-mark.tsx'
import { useEmbed } from './embed-context.ts'
import { EmbedFoot } from './embed-foot.tsx'
import { FramedPanel } from './framed-panel.tsx'
import { OfPeriod } from './of-period.tsx'

/** Whose it is, what of it this is, and as of when. */
function SceneTop(): ReactNode {
  const scene = useScene()
  const { title, root } = useEmbed().pack.info
  const { answer } = scene
  const region = answer.region === root ? undefined : answer.regions.find(({ code }) => code === answer.region)
  const words = [answer.scene.title, region?.name, answer.dataPeriod === null ? '数据未公布' : `数据截至 ${answer.dataPeriod}`]
  return (
    <header className="embed-top">
      <h1>
        <BrandMark />
        {title}
      </h1>
      <p>{words.filter((word) => word !== undefined).join('　')}</p>
      {scene.offline && <OfflineNote scene={scene} />}
    </header>
  )
}

/** With a wall's room as on a wall, else in one column; between what it is and where its figures come from. */
function Whole({ panels, form }: ArrangementProps): ReactNode {
  const { answer, offline, view } = useScene()
  const { pack, told } = useEmbed()
  const { title, timeZone } = pack.info
  useEffect(() => told(offline ? 'offline' : 'live', answer.scene.title, answer.release), [told, offline, answer.scene.title, answer.release])
  return (
    <>
      <SceneTop />
      {form === 'column' ? (
        panels.map((panel) => <FramedPanel key={panel.id} panel={panel} order={panel.area.column?.order ?? 0} />)
      ) : (
        <SceneGrid panels={panels} form={form} />
      )}
      <EmbedFoot
        source={sourceText(answer.observations, answer)}
        edition={editionText(answer, timeZone)}
        publisher={title}
        scene={answer.scene.id}
        view={view}
      />
    </>
  )
}

/** A whole scene. */
export const SceneSheet = (props: ArrangementProps): ReactNode => (
  <OfPeriod whose="本场景" panels={props.panels}>
    <Whole {...props} />
  </OfPeriod>
)
