import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { option, pointAt } from '#charts/own-history-option.ts'
import { model, options, summary, table, type OwnHistoryModel } from '#charts/own-history.ts'
import type { Change, ChangeItem, ChangeRow } from '#charts/own-changes.ts'
import type { ChartContext } from '#charts/panel-data.ts'
import { monthText } from '#format/period.ts'
import { ChartHost, type Hotspot } from '#panel-kit/chart-host.tsx'
import { definePanel, type PanelViewProps } from '#panel-kit/define-panel.tsx'
import { PaintedHere } from '#panel-kit/painted-here.tsx'
import { useScene } from '#panel-kit/scene-context.ts'
import { laneStyle, LeagueHeads, LeagueTabs, rowsStyle } from '#ui/league.tsx'
import { ValueButton } from '#ui/value-button.tsx'
import './own-history.css'

/** More rows than these are low. */
const LOW_ROWS = 8

const hotspotsOf = ({ lines, months }: OwnHistoryModel): Hotspot[] =>
  lines.flatMap(({ region, points }, row) =>
    points.flatMap((point, month) =>
      point === null
        ? []
        : [
            {
              key: `${region.code} ${months[month]}`,
              width: 1.4,
              height: 2,
              label: [
                region.name,
                monthText(months[month] ?? '', true),
                point.change.basis ?? '较上月',
                point.change.figure.text ?? point.change.text,
                ...(point.change.demo ? ['演示'] : [])
              ].join(' '),
              at: (chart) => chart.convertToPixel({ gridIndex: 0 }, pointAt(row, month, point)),
              subject: point.change.figure
            }
          ]
    )
  )

/** Where it points, in words for the style; a fall has no colour of its own. */
const direction = (value: number | null): string => (value === null ? 'is-missing' : value < 0 ? 'is-fall' : '')

function Bar({ share }: { readonly share: number }): ReactNode {
  const [from, width] = [share < 0 ? 50 + share * 50 : 50, Math.abs(share) * 50]
  return (
    <span className="change-track" aria-hidden="true">
      <i style={{ left: `${from.toFixed(2)}%`, width: `${width.toFixed(2)}%` }} />
    </span>
  )
}

interface LaneProps {
  readonly item: ChangeItem
  readonly change: Change | null
  readonly most: number
}

function Lane({ item, change, most }: LaneProps): ReactNode {
  const value = change?.value ?? null
  const inside = (
    <>
      <span className="lane-label">{item.label}</span>
      <b>{change?.text ?? '缺报'}</b>
      {value === null ? <span className="change-none" aria-hidden="true" /> : <Bar share={value / (most * item.weight)} />}
    </>
  )
  return (
    <div className={`lane change-lane ${direction(value)} ${change?.demo === true ? 'is-demo' : ''}`} style={laneStyle(item.weight)}>
      {change === null ? (
        <span className="lane-cell">{inside}</span>
      ) : (
        <ValueButton className="lane-cell" subject={change.figure}>
          {inside}
        </ValueButton>
      )}
    </div>
  )
}

interface RowProps {
  readonly row: ChangeRow
  readonly model: OwnHistoryModel
  readonly open: boolean
  readonly onToggle: (() => void) | undefined
}

function Row({ row: { region, total, items: changes }, model: { items, most }, open, onToggle }: RowProps): ReactNode {
  const name = `league-name ${region.name.length > 5 ? 'is-long' : ''}`
  return (
    <li className="league-row change-row">
      {onToggle === undefined ? (
        <span className={name}>{region.name}</span>
      ) : (
        <button type="button" className={name} aria-expanded={open} onClick={onToggle}>
          {region.name}
        </button>
      )}
      {open && (
        <div className="lanes">
          {items.map((item, index) => (
            <Lane key={item.change.id} item={item} change={changes[index] ?? null} most={most} />
          ))}
        </div>
      )}
      {total === null ? (
        <span className="change-total is-missing">缺报</span>
      ) : (
        <ValueButton className={`change-total ${direction(total.value)}`} subject={total.figure}>
          {total.text}
          {total.estimated && <sup>※</sup>}
          {total.basis !== null && <small>{total.basis}</small>}
        </ValueButton>
      )}
    </li>
  )
}

/** While ranks are hidden: each area against itself, in the order of the codes. */
function OwnHistory({ model: history, panel: { id, title }, muted }: PanelViewProps<OwnHistoryModel>): ReactNode {
  const { form } = useScene()
  const [tab, setTab] = useState(0)
  const [opened, setOpened] = useState<string | null>(null)
  const build = useCallback((context: ChartContext) => option(history, context), [history])
  const hotspots = useMemo(() => hotspotsOf(history), [history])
  const column = form === 'column'
  const { rows } = history
  return (
    <div className={`league ${!column && rows.length > LOW_ROWS ? 'is-dense' : ''}`}>
      {column && <LeagueTabs tabs={['增减', '走势']} chosen={tab} onChoose={setTab} />}
      {(!column || tab === 0) && (
        <>
          <LeagueHeads period={history.period} items={history.items} total="较上月" />
          <ol className="league-rows">
            {rows.map((row) => {
              const { code } = row.region
              return (
                <Row
                  key={code}
                  row={row}
                  model={history}
                  open={!column || opened === code}
                  onToggle={column ? () => setOpened(opened === code ? null : code) : undefined}
                />
              )
            })}
          </ol>
        </>
      )}
      {column && tab === 0 ? (
        <PaintedHere panel={id} />
      ) : (
        <div className="league-chart" style={rowsStyle(rows.length)}>
          <ChartHost panel={id} build={build} muted={muted} label={`${title}，近${history.months.length}个月`} hotspots={hotspots} />
        </div>
      )}
    </div>
  )
}

export const panel = definePanel({ kind: 'own-history', options, model, summary, table, View: OwnHistory, paintsLater: () => true })
