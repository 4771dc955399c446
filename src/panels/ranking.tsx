import { model, options, summary, table, type RankingModel, type RankingRow } from '#charts/ranking.ts'
import { definePanel, type PanelViewProps } from '#panel-kit/define-panel.tsx'
import { ValueButton } from '#ui/value-button.tsx'
import type { Indicator } from '#contract/indicator.ts'
import './ranking.css'

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`

/** Now is a dot, the period before a tick, the way between them a line: dashed and hollow for demo. */
function Track({ row: { at, previousAt } }: { readonly row: RankingRow }) {
  if (at === null) return <span className="ranking-track" />
  const from = previousAt ?? at
  return (
    <span className="ranking-track" aria-hidden="true">
      {previousAt !== null && <i className="ranking-before" style={{ left: percent(previousAt) }} />}
      <i className="ranking-way" style={{ left: percent(Math.min(from, at)), width: percent(Math.abs(at - from)) }} />
      <i className="ranking-dot" style={{ left: percent(at) }} />
    </span>
  )
}

function Move({ move }: { readonly move: number | null }) {
  if (move === null)
    return (
      <em className="ranking-move">
        <span className="visually-hidden">无上月名次</span>
      </em>
    )
  if (move === 0)
    return (
      <em className="ranking-move">
        <span className="visually-hidden">名次不变</span>
        <span aria-hidden="true">—</span>
      </em>
    )
  return (
    <em className={`ranking-move ${move > 0 ? 'is-up' : 'is-down'}`}>
      {move > 0 ? '▲' : '▼'}
      {Math.abs(move)}
    </em>
  )
}

function Row({ row, indicator }: { readonly row: RankingRow; readonly indicator: Indicator }) {
  const { region, rank, score, observation, reweighted, move } = row
  return (
    <li className={['ranking-row', rank === 1 ? 'is-first' : '', observation?.origin === 'demo' ? 'is-demo' : ''].join(' ')}>
      <b className="ranking-rank">{rank ?? ''}</b>
      <span className="ranking-name">{region.name}</span>
      <Track row={row} />
      {observation === null ? (
        <span className="ranking-missing">未排名</span>
      ) : (
        <ValueButton className="ranking-score" subject={{ observation, indicator, text: `${score}${indicator.unitMeasure}${reweighted ? '※' : ''}` }}>
          {score}
          {reweighted && <sup>※</sup>}
        </ValueButton>
      )}
      <Move move={move} />
    </li>
  )
}

const List = ({ model: { rows, axis, indicator, period } }: { readonly model: RankingModel }) => (
  <ol className={rows.some(({ region }) => region.name.length > 3) ? 'ranking has-long-names' : 'ranking'}>
    {rows.map((row) => (
      <Row key={row.region.code} row={row} indicator={indicator} />
    ))}
    <li className="ranking-row ranking-axis">
      <time className="ranking-period" dateTime={period}>
        {period}
      </time>
      <span aria-hidden="true" className="ranking-ticks">
        {axis.map((tick) => (
          <i key={tick}>{tick}</i>
        ))}
      </span>
    </li>
  </ol>
)

const Ranking = ({ model }: PanelViewProps<RankingModel>) => (
  <>
    {model.key !== '' && <p className="ranking-key">{model.key}</p>}
    <List model={model} />
  </>
)

export const panel = definePanel({ kind: 'ranking', options, model, summary, table, View: Ranking })
