import { useCallback, useMemo, type ReactNode } from 'react'
import { model, options, summary, table, type CountyMapModel, type CountyMapOptions, type MapArea } from '#charts/county-map.ts'
import { option } from '#charts/county-map-option.ts'
import type { ChartContext } from '#charts/panel-data.ts'
import { registerAreas } from '#charts/register.ts'
import { ChartHost, type Hotspot } from '#panel-kit/chart-host.tsx'
import { definePanel, type PanelViewProps } from '#panel-kit/define-panel.tsx'
import { MapTerms } from '#panel-kit/map-terms.tsx'
import { useScene } from '#panel-kit/scene-context.ts'
import { monthText } from '#format/period.ts'
import { TYPE } from '#tokens/sizes.ts'
import { DemoTag } from '#ui/tags.tsx'
import type { Frame } from '#view/form.ts'
import './county-map.css'

/** A head of its own carries the panel's tags. */
type LegendProps = { readonly map: CountyMapModel; readonly titled: boolean }
type Props = PanelViewProps<CountyMapModel & Pick<CountyMapOptions, 'fit' | 'legend'>>

/** How far labels may shrink on a small map: to the least size of a wall and a tablet, or to one for a phone. */
const LEAST = TYPE.min / TYPE.county
const LEAST_LABEL: Record<Frame, number> = { wall: LEAST, landscape: LEAST, portrait: LEAST, phone: 0.6 }

function subjectOf({ observation, phrase }: MapArea, { indicator }: CountyMapModel): Pick<Hotspot, 'subject'> {
  if (observation === null || indicator === null) return {}
  return { subject: { observation, indicator, ...(observation.obsValue === null ? {} : { text: phrase }) } }
}

/** Each area is a button: it selects the area and shows its figure's card. */
function useHotspots(map: CountyMapModel): readonly Hotspot[] {
  const { view, setView } = useScene()
  return useMemo(
    () =>
      map.areas.map((area) => {
        const { region, labelPoint, phrase } = area
        const selected = view.region === region.code
        return {
          key: region.code,
          width: 5.4,
          height: 4.2,
          pressed: selected,
          label: [region.name, map.metric?.label, phrase, area.demo ? '演示' : undefined].filter((word) => word !== undefined && word !== '').join(' '),
          at: (chart) => chart.convertToPixel({ geoIndex: 0 }, [...labelPoint]),
          onPress: () => setView({ region: selected ? undefined : region.code }),
          ...subjectOf(area, map)
        }
      }),
    [map, view.region, setView]
  )
}

function MetricSwitch({ map }: { readonly map: CountyMapModel }): ReactNode {
  const { setView } = useScene()
  return (
    <div className="metric-switch" role="group" aria-label="地图指标">
      {map.metrics.map(({ id, label, unit }) => (
        <button key={id} type="button" aria-pressed={id === map.metric?.id} onClick={() => setView({ metric: id })}>
          {label}
          <small>{unit}</small>
        </button>
      ))}
    </div>
  )
}

const Ramp = ({ map }: { readonly map: CountyMapModel }): ReactNode => (
  <div className="map-ramp">
    <b>{map.low}</b>
    <i aria-hidden="true">
      {[0, 1, 2, 3, 4, 5].map((step) => (
        <s key={step} style={{ background: `var(--ramp-${step})` }} />
      ))}
    </i>
    <b>{map.high}</b>
    <span>{map.metric?.unit}</span>
  </div>
)

/** One metric leaves nothing to switch. */
const Metric = ({ map: { metrics, metric } }: { readonly map: CountyMapModel }): ReactNode =>
  metrics.length === 1 && <span>{`${metric?.label ?? ''}，${metric?.unit ?? ''}`}</span>

/** While a month is looked at, the one that the values are of: not each figure has it. */
function Period({ map: { period } }: { readonly map: CountyMapModel }): ReactNode {
  const { view } = useScene()
  if (view.period === undefined || period === null) return null
  return (
    <time className="map-period" dateTime={period}>
      {monthText(period, true)}
    </time>
  )
}

/** One line: what the values are, that they are demo, and what the map is. */
const LegendLine = ({ map, titled }: LegendProps): ReactNode => (
  <div className="map-legend is-line">
    {map.noValues !== null && <p className="map-none">{map.noValues}</p>}
    {map.metrics.length > 1 && <MetricSwitch map={map} />}
    <Metric map={map} />
    <Period map={map} />
    {map.demo && !titled && <DemoTag>{map.deep ? '演示' : '分县演示'}</DemoTag>}
    <MapTerms />
  </div>
)

/** Below the pack's root the parts are no counties. */
function splitWords({ indicator, deep }: CountyMapModel): string {
  if (indicator?.composite !== undefined) return '得分为演示'
  return deep ? '演示' : '县级拆分为演示'
}

/** What the values are and, while a month is looked at, of when. */
function Status({ map, titled }: LegendProps): ReactNode {
  const { view } = useScene()
  const tag = map.demo && !titled && <DemoTag>{splitWords(map)}</DemoTag>
  if (view.period === undefined) return tag
  return (
    <div className="map-status">
      {tag}
      <Period map={map} />
    </div>
  )
}

const Legend = ({ map, titled }: LegendProps): ReactNode => (
  <div className={`map-legend ${titled ? 'is-plain' : ''}`}>
    <Status map={map} titled={titled} />
    {map.noValues !== null && <p className="map-none">{map.noValues}</p>}
    {map.metrics.length > 1 && <MetricSwitch map={map} />}
    <Metric map={map} />
    {map.metrics.length > 0 && map.high !== '' && <Ramp map={map} />}
    <MapTerms />
  </div>
)

function CountyMap({ model: map, panel: { id, title }, muted }: Props): ReactNode {
  const { form, frame, view, setView, boundaries } = useScene()
  const fit = map.fit[form]
  const build = useCallback(
    (context: ChartContext) => {
      registerAreas(map.areas.map(({ feature }) => feature))
      return option(map, { ...context, fit, leastLabel: LEAST_LABEL[frame], selected: view.region })
    },
    [map, fit, frame, view.region]
  )
  const hotspots = useHotspots(map)
  const selected = view.region !== undefined
  const onBlank = useCallback(() => selected && setView({ region: undefined }), [selected, setView])
  return (
    <div className="map">
      {boundaries !== undefined && map.areas.length > 0 && (
        <ChartHost panel={id} build={build} muted={muted} label="地图" hotspots={hotspots} marks="areas" onBlank={onBlank} />
      )}
      {map.legend === 'line' ? <LegendLine map={map} titled={title !== ''} /> : <Legend map={map} titled={title !== ''} />}
    </div>
  )
}

export const panel = definePanel({
  kind: 'county-map',
  options,
  summary,
  table,
  View: CountyMap,
  drawsWithoutData: true,
  bare: true,
  waits: ({ boundaries, boundariesFailed }) => boundaries === undefined && !boundariesFailed,
  failed: ({ boundariesFailed }) => (boundariesFailed ? '地图边界取数失败，稍后自动重试' : null),
  paintsLater: () => true,
  model: (data) => ({ ...model(data), fit: data.options.fit, legend: data.options.legend })
})
