import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { option, placeOf } from '#charts/rank-history-option.ts'
import { model, options, summary, table, type RankHistoryModel } from '#charts/rank-history.ts'
import { rankText, scoreText, type LeagueCell, type LeagueRow } from '#charts/league.ts'
import type { ChartContext } from '#charts/panel-data.ts'
import { monthText } from '#format/period.ts'
import { ChartHost, type Hotspot } from '#panel-kit/chart-host.tsx'
import { definePanel, type PanelViewProps } from '#panel-kit/define-panel.tsx'
import { PaintedHere } from '#panel-kit/painted-here.tsx'
import { useScene } from '#panel-kit/scene-context.ts'
import { laneStyle, LeagueHeads, LeagueTabs, rowsStyle } from '#ui/league.tsx'
import { ValueButton } from '#ui/value-button.tsx'
import './rank-history.css'

/** More rows than these are low. */
const LOW_ROWS = 8

/** Each month of each area can be reached: its card says the score that gave the rank. */
const hotspotsOf = ({ lines, months, indicator }: RankHistoryModel, rem: number): Hotspot[] =>
  lines.flatMap(({ region, points }) =>
    points.flatMap((point, month) =>
      point === null
        ? []
        : [
            {
              key: `${region.code} ${months[month]}`,
              width: 1.4,
              height: 1.2,
              label: [
                region.name,
                monthText(months[month] ?? '', true),
                rankText(point.rank, point.shared),
                point.text,
                ...(point.observation.origin === 'demo' ? ['演示'] : [])
              ].join(' '),
              at: (chart) => placeOf(point, month, (at) => chart.convertToPixel({ gridIndex: 0 }, at), rem),
              subject: { observation: point.observation, indicator, text: point.text }
            }
          ]
    )
  )

/** Where rows are low a rank is its number alone, beside the points. */
function Lane({ cell, dense }: { readonly cell: LeagueCell; readonly dense: boolean }): ReactNode {
  const { item, points, rank, shared, share, absence, demo, figure } = cell
  const inside = (
    <>
      <span className="lane-label">{item.label}</span>
      <b>{points ?? absence}</b>
      <span className="lane-track" aria-hidden="true">
        <i style={{ width: `${(share * 100).toFixed(2)}%` }} />
      </span>
      <small>{rank === null ? '' : dense ? rank : rankText(rank, shared)}</small>
    </>
  )
  const className = ['lane', rank === 1 ? 'is-best' : '', demo ? 'is-demo' : '', points === null ? 'is-missing' : ''].join(' ')
  return (
    <div className={className} style={laneStyle(item.weight)}>
      {figure === null ? (
        <span className="lane-cell">{inside}</span>
      ) : (
        <ValueButton className="lane-cell" subject={figure}>
          {inside}
        </ValueButton>
      )}
    </div>
  )
}

function Move({ move }: { readonly move: number | null }): ReactNode {
  if (move === null || move === 0)
    return (
      <em className="league-move">
        <span className="visually-hidden">{move === null ? '无上月名次' : '名次不变'}</span>
        {move === 0 && <span aria-hidden="true">—</span>}
      </em>
    )
  return (
    <em className={`league-move ${move > 0 ? 'is-up' : 'is-down'}`}>
      {move > 0 ? '▲' : '▼'}
      {Math.abs(move)}
    </em>
  )
}

interface RowProps {
  readonly row: LeagueRow
  readonly model: RankHistoryModel
  readonly open: boolean
  readonly dense: boolean
  /** In the hand a row opens its lanes; on a wall they stand open. */
  readonly onToggle: (() => void) | undefined
}

function Row({ row, model: { indicator }, open, dense, onToggle }: RowProps): ReactNode {
  const { region, rank, score, reweighted, move, cells, observation } = row
  const name = `league-name ${region.name.length > 5 ? 'is-long' : ''}`
  return (
    <li className={`league-row ${rank === 1 ? 'is-first' : ''}`}>
      <b className="league-rank">{rank ?? ''}</b>
      {onToggle === undefined ? (
        <span className={name}>{region.name}</span>
      ) : (
        <button type="button" className={name} aria-expanded={open} onClick={onToggle}>
          {region.name}
        </button>
      )}
      <Move move={move} />
      {open && (
        <div className="lanes">
          {cells.map((cell) => (
            <Lane key={cell.item.indicator.id} cell={cell} dense={dense} />
          ))}
        </div>
      )}
      {observation === null ? (
        <span className="league-none">未排名</span>
      ) : (
        <ValueButton className="league-total" subject={{ observation, indicator, text: scoreText(row, indicator.unitMeasure) }}>
          {score}
          {reweighted && <sup>※</sup>}
        </ValueButton>
      )}
    </li>
  )
}

function RankHistory({ model: history, panel: { id, title }, muted }: PanelViewProps<RankHistoryModel>): ReactNode {
  const { form, rem, alone = false } = useScene()
  const [tab, setTab] = useState(alone ? 1 : 0)
  const [opened, setOpened] = useState<string | null>(null)
  const build = useCallback((context: ChartContext) => option(history, context), [history])
  const hotspots = useMemo(() => hotspotsOf(history, rem), [history, rem])
  const column = form === 'column'
  const { rows } = history
  const dense = !column && rows.length > LOW_ROWS
  return (
    <div className={`league ${dense ? 'is-dense' : ''}`}>
      {column && <LeagueTabs tabs={['榜单', title]} chosen={tab} onChoose={setTab} />}
      {(!column || tab === 0) && (
        <>
          <LeagueHeads period={history.period} note={dense ? '各栏：得分、名次' : ''} items={history.items} total="综合" />
          <ol className="league-rows">
            {rows.map((row) => {
              const { code } = row.region
              return (
                <Row
                  key={code}
                  row={row}
                  model={history}
                  dense={dense}
                  open={!column || opened === code}
                  onToggle={column ? () => setOpened(opened === code ? null : code) : undefined}
                />
              )
            })}
          </ol>
          {column && rows.some(({ reweighted }) => reweighted) && <p className="league-mark">※有缺报项，权重重新分配</p>}
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

export const panel = definePanel({ kind: 'rank-history', options, model, summary, table, View: RankHistory, paintsLater: () => true })
