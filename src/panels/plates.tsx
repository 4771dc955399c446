import { useCallback, useMemo, type ReactNode } from 'react'
import type { ChartContext } from '#charts/panel-data.ts'
import { layPlates, option, type PlatesContext } from '#charts/plates-option.ts'
import { model, options, summary, table, type Count, type Plate, type PlatesModel, type PlatesOptions } from '#charts/plates.ts'
import { originText } from '#format/status.ts'
import { ChartHost, type Hotspot } from '#panel-kit/chart-host.tsx'
import { definePanel, type PanelViewProps } from '#panel-kit/define-panel.tsx'
import { MapTerms } from '#panel-kit/map-terms.tsx'
import { useScene } from '#panel-kit/scene-context.ts'
import { DemoTag } from '#ui/tags.tsx'
import type { Frame } from '#view/form.ts'
import './plates.css'

type Model = PlatesModel & Pick<PlatesOptions, 'fit'>

/** How far names may shrink on a small map: to the least size of a wall, or to one for the hand. */
const LEAST_LABEL: Record<Frame, number> = { wall: 1, landscape: 0.82, portrait: 0.82, phone: 0.66 }

const subjectOf = (name: string, { observation, indicator, phrase }: Count): Pick<Hotspot, 'subject'> =>
  observation === null ? {} : { subject: { observation, indicator, text: `${name} ${phrase}` } }

const words = (name: string, { label, phrase, look }: Count): string => [name, label, phrase, ...(look === 'demo' ? [originText('demo')] : [])].join(' ')

/** The field inside a plate stands for its canteens and selects the county; the foot of its rim for its meal points. */
function useHotspots(plates: Model, contextFor: (size: Pick<ChartContext, 'width' | 'height'>) => PlatesContext): readonly Hotspot[] {
  const { view, setView, rem } = useScene()
  return useMemo(() => {
    const placeIn = (chart: { getWidth: () => number; getHeight: () => number }, index: number) =>
      layPlates(plates, contextFor({ width: chart.getWidth(), height: chart.getHeight() })).layout.plates[index]
    const inside = ({ region, inner }: Plate, index: number): Hotspot => {
      const selected = view.region === region.code
      return {
        key: `${region.code} inner`,
        width: 5,
        height: 5,
        label: words(region.name, inner),
        pressed: selected,
        at: (chart) => {
          const place = placeIn(chart, index)
          return place === undefined ? [0, 0] : [place.x * rem, place.y * rem]
        },
        onPress: () => setView({ region: selected ? undefined : region.code }),
        ...subjectOf(region.name, inner)
      }
    }
    const around = ({ region, rim }: Plate, index: number): Hotspot => ({
      key: `${region.code} rim`,
      width: 4,
      height: 1.6,
      label: words(region.name, rim),
      at: (chart) => {
        const place = placeIn(chart, index)
        return place === undefined ? [0, 0] : [place.x * rem, (place.y + (place.rims[0]?.radius ?? 0)) * rem]
      },
      ...subjectOf(region.name, rim)
    })
    return [...plates.plates.map(inside), ...plates.plates.map(around)]
  }, [plates, view.region, setView, rem, contextFor])
}

const Key = ({ plates: { labels, demo, noValues } }: { readonly plates: PlatesModel }): ReactNode => (
  <div className="plates-key">
    {noValues !== null && <p>{noValues}</p>}
    {noValues === null && (
      <>
        <span className="plates-inner">{labels.inner}</span>
        <span className="plates-rim">{labels.rim}</span>
      </>
    )}
    {demo !== null && <DemoTag>{demo}</DemoTag>}
    <MapTerms />
  </div>
)

function Plates({ model: plates, panel: { id }, muted }: PanelViewProps<Model>): ReactNode {
  const { form, frame, view, setView, rem, theme, boundaries } = useScene()
  const { fit } = plates
  const place = useMemo(() => ({ fit: fit[form], leastLabel: LEAST_LABEL[frame], selected: view.region }), [fit, form, frame, view.region])
  const contextFor = useCallback((size: Pick<ChartContext, 'width' | 'height'>) => ({ ...size, rem, theme, muted, ...place }), [rem, theme, muted, place])
  const build = useCallback((context: ChartContext) => option(plates, { ...context, ...place }), [plates, place])
  const hotspots = useHotspots(plates, contextFor)
  const selected = view.region !== undefined
  const onBlank = useCallback(() => selected && setView({ region: undefined }), [selected, setView])
  return (
    <div className="plates">
      {boundaries !== undefined && plates.areas.length > 0 && (
        <ChartHost
          panel={id}
          build={build}
          muted={muted}
          label={`${plates.labels.inner}、${plates.labels.rim}分布`}
          hotspots={hotspots}
          marks="plates"
          onBlank={onBlank}
        />
      )}
      <Key plates={plates} />
    </div>
  )
}

export const panel = definePanel({
  kind: 'plates',
  options,
  summary,
  table,
  View: Plates,
  drawsWithoutData: true,
  bare: true,
  waits: ({ boundaries, boundariesFailed }) => boundaries === undefined && !boundariesFailed,
  failed: ({ boundariesFailed }) => (boundariesFailed ? '地图边界取数失败，稍后自动重试' : null),
  paintsLater: ({ areas }) => areas.length > 0,
  model: (data) => {
    const plates = model(data)
    return plates === null ? null : { ...plates, fit: data.options.fit }
  }
})
