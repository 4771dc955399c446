import { rankText } from '#charts/league.ts'
import { model, options, summary, table, type SubLeague, type SubLeaguesModel } from '#charts/sub-leagues.ts'
import { definePanel, type PanelViewProps } from '#panel-kit/define-panel.tsx'
import { ValueButton } from '#ui/value-button.tsx'
import './sub-leagues.css'

function SubRow({ row: { region, cell } }: { readonly row: SubLeague['rows'][number] }) {
  const inside = (
    <>
      <em>{cell.rank === null ? '' : rankText(cell.rank, cell.shared)}</em>
      <span>{region.name}</span>
      <b>{cell.points ?? cell.absence}</b>
    </>
  )
  const className = ['sub-row', cell.rank === 1 ? 'is-first' : '', cell.points === null ? 'is-missing' : ''].join(' ')
  return (
    <li>
      {cell.figure === null ? (
        <span className={className}>{inside}</span>
      ) : (
        <ValueButton className={className} subject={cell.figure}>
          {inside}
        </ValueButton>
      )}
    </li>
  )
}

const SubLeagues = ({ model: { leagues } }: PanelViewProps<SubLeaguesModel>) => (
  <ul className={`sub-leagues ${(leagues[0]?.rows.length ?? 0) > 8 ? 'is-dense' : ''}`}>
    {leagues.map((league) => (
      <li key={league.item.indicator.id}>
        <h4>
          {league.item.label}
          <small>权重{league.item.weight}%</small>
        </h4>
        <ol>
          {league.rows.map((row) => (
            <SubRow key={row.region.code} row={row} />
          ))}
        </ol>
      </li>
    ))}
  </ul>
)

export const panel = definePanel({ kind: 'sub-leagues', options, model, summary, table, View: SubLeagues })
