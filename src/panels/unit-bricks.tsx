import { useCallback, useMemo } from 'react'
import type { ChartContext } from '#charts/panel-data.ts'
import { layout } from '#charts/unit-bricks-layout.ts'
import { option } from '#charts/unit-bricks-option.ts'
import { model, nameOf, options, summary, table, withUnit, type UnitBricksModel } from '#charts/unit-bricks.ts'
import { originText } from '#format/status.ts'
import { ChartHost, type Hotspot } from '#panel-kit/chart-host.tsx'
import { definePanel, type PanelViewProps } from '#panel-kit/define-panel.tsx'
import { useScene } from '#panel-kit/scene-context.ts'
import { FigureRow } from '#ui/figure-row.tsx'
import './unit-bricks.css'

const SPOT = { width: 2, height: 1.9 } as const

/** Each column can be reached: its card says where its number comes from. */
function hotspotsOf(bricks: UnitBricksModel, rem: number): Hotspot[] {
  const { indicator } = bricks
  return bricks.columns.map((column, index) => {
    const { observation, key } = column
    const text = `${nameOf(column)} ${withUnit(column, indicator)}`
    return {
      key,
      ...SPOT,
      label: observation?.origin === 'demo' ? `${text} ${originText('demo')}` : text,
      subject: observation === null ? undefined : { observation, indicator, text },
      at: (chart) => {
        const place = layout(bricks, { width: chart.getWidth(), height: chart.getHeight(), rem })[index]
        return place === undefined ? [0, 0] : [place.centre, place.valueY]
      }
    }
  })
}

function UnitBricks({ model: bricks, panel: { id, title }, muted }: PanelViewProps<UnitBricksModel>) {
  const { rem } = useScene()
  const build = useCallback((context: ChartContext) => option(bricks, context), [bricks])
  const hotspots = useMemo(() => hotspotsOf(bricks, rem), [bricks, rem])
  const some = bricks.columns.length > 0
  const drawn = some || bricks.block !== null
  return (
    <div className={`bricks ${bricks.beside ? 'bricks-beside' : ''}`}>
      {(bricks.figures.length > 0 || !some || bricks.unit !== '') && (
        <div className="bricks-words">
          {bricks.figures.length > 0 && <FigureRow figures={bricks.figures} even={!bricks.beside} />}
          {!some && <p>{bricks.noColumns}</p>}
          {some && bricks.countable && bricks.unit !== '' && <p>{bricks.unit}</p>}
        </div>
      )}
      {drawn && <ChartHost panel={id} build={build} muted={muted} label={title === '' ? bricks.indicator.name : title} hotspots={hotspots} marks="bricks" />}
    </div>
  )
}

export const panel = definePanel({
  kind: 'unit-bricks',
  options,
  model,
  summary,
  table,
  View: UnitBricks,
  paintsLater: ({ columns, block }) => columns.length > 0 || block !== null
})
