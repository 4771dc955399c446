import { model, options, summary, table, type ChangeListModel, type ChangeRow } from '#charts/change-list.ts'
import { definePanel, type PanelViewProps } from '#panel-kit/define-panel.tsx'
import { ValueButton } from '#ui/value-button.tsx'
import './change-list.css'

function Row({ row: { region, change, share } }: { readonly row: ChangeRow }) {
  const value = change?.value ?? null
  const [from, width] = [share < 0 ? 50 + share * 50 : 50, Math.abs(share) * 50]
  const classes = ['change-line', value === null ? 'is-missing' : value < 0 ? 'is-fall' : '', change?.demo === true ? 'is-demo' : ''].join(' ')
  return (
    <li className={classes}>
      <span className={region.name.length > 5 ? 'is-long' : ''}>{region.name}</span>
      <i className="change-lines" aria-hidden="true">
        {value !== null && <i style={{ left: `${from.toFixed(2)}%`, width: `${width.toFixed(2)}%` }} />}
      </i>
      {change === null ? (
        <b>缺报</b>
      ) : (
        <ValueButton className="change-value" subject={change.figure}>
          {change.text}
          {change.estimated && <sup>※</sup>}
          {change.basis !== null && <small>{change.basis}</small>}
        </ValueButton>
      )}
    </li>
  )
}

const ChangeList = ({ model: { lists } }: PanelViewProps<ChangeListModel>) => (
  <div className={`change-list ${lists.length > 1 ? 'has-many' : ''}`}>
    {lists.map(({ title, rows }) => (
      <div key={title}>
        {title !== '' && <h4>{title}</h4>}
        <ol>
          {rows.map((row) => (
            <Row key={row.region.code} row={row} />
          ))}
        </ol>
      </div>
    ))}
  </div>
)

export const panel = definePanel({ kind: 'change-list', options, model, summary, table, View: ChangeList })
