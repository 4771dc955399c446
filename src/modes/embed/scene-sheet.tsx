import { useEffect, type ReactNode } from 'react'
import { editionText } from '#charts/sheet.ts'
import { sourceText } from '#charts/provenance.ts'
import type { SceneAnswer } from '#contract/endpoints.ts'
import { PanelPlace, SceneGrid, type ArrangementProps } from '#scenes/scene-grid.tsx'
import { useScene } from '#panel-kit/scene-context.ts'
import type { View } from '#view/codec.ts'
import { useEmbed } from './embed-context.ts'
import { EmbedFoot } from './embed-foot.tsx'
import { heightOf } from './heights.ts'

/** On a wall's room as on a wall; else one below the other, each as high as it needs. */
export function SceneSheet({ panels, form }: ArrangementProps): ReactNode {
  const { frame } = useScene()
  if (form !== 'column') return <SceneGrid panels={panels} form={form} />
  return panels.map((panel) => {
    const height = heightOf(panel, frame !== 'phone')
    return <PanelPlace key={panel.id} panel={panel} style={{ order: panel.area.column?.order, ...(height === undefined ? {} : { height: `${height}rem` }) }} />
  })
}

interface SceneEndsProps {
  readonly answer: SceneAnswer
  readonly offline: boolean
  readonly view: View
}

/** Around the panels: what scene it is, and where its figures come from. */
export function SceneEnds({ answer, offline, view }: SceneEndsProps): ReactNode {
  const { pack, told } = useEmbed()
  const { title, timeZone, root } = pack.info
  const region = answer.regions.find(({ code }) => code === answer.region)
  useEffect(() => told(offline ? 'offline' : 'live', answer.scene.title, answer.release), [told, offline, answer.scene.title, answer.release])
  return (
    <>
      <header className="embed-top">
        <h1>{answer.scene.title}</h1>
        <p>
          {[region !== undefined && region.code !== root ? region.name : '', answer.dataPeriod === null ? '数据未公布' : `数据截至 ${answer.dataPeriod}`]
            .filter((part) => part !== '')
            .join('　')}
        </p>
      </header>
      <EmbedFoot source={sourceText(answer.observations, answer)} edition={editionText(answer, timeZone)} publisher={title} scene={answer.scene.id} view={view} />
    </>
  )
}
