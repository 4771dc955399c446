import type { CSSProperties } from 'react'
import { model, options, summary, table, type RingsRow, type UnitRingsModel } from '#charts/unit-rings.ts'
import { definePanel, type PanelViewProps } from '#panel-kit/define-panel.tsx'
import { FigureStatus } from '#ui/figure-status.tsx'
import { Figure } from '#ui/figure.tsx'
import { ValueButton } from '#ui/value-button.tsx'
import './unit-rings.css'

/** Up to this many rings stand at full size. */
const FULL_SIZE = 8

const Totals = ({ figures }: Pick<UnitRingsModel, 'figures'>) => (
  <ul className="units-totals">
    {figures.map(({ observation, indicator, label }) => (
      <li key={indicator.id}>
        <Figure observation={observation} indicator={indicator} size="row" />
        <span>{label}</span>
        <FigureStatus observation={observation} />
      </li>
    ))}
  </ul>
)

function Row({ row, model: { indicator, unit } }: { readonly row: RingsRow; readonly model: UnitRingsModel }) {
  const { region, rings, text, observation, demo, selected } = row
  return (
    <li className={['units-row', demo ? 'is-demo' : '', selected ? 'is-selected' : ''].join(' ')}>
      <span>{region.name}</span>
      <span className="units-rings" aria-hidden="true">
        {Array.from({ length: rings ?? 0 }, (_, index) => (
          <i key={index} />
        ))}
      </span>
      {observation === null || observation.obsValue === null ? (
        <em>{text}</em>
      ) : (
        <ValueButton
          className="units-value"
          label={[region.name, `${text}${unit}`, ...(demo ? ['演示'] : [])].join(' ')}
          subject={{ observation, indicator, text: `${text}${unit}` }}
        >
          {text}
        </ValueButton>
      )}
    </li>
  )
}

function UnitRings({ model: rings }: PanelViewProps<UnitRingsModel>) {
  const { figures, rows, columns, most, noValues } = rings
  const sizes = { '--columns': columns, '--rows': Math.ceil(rows.length / columns), '--unit': Math.min(1, FULL_SIZE / Math.max(1, most)) }
  return (
    <>
      {figures.length > 0 && <Totals figures={figures} />}
      {noValues === null ? (
        <ol className="units" style={sizes as CSSProperties}>
          {rows.map((row) => (
            <Row key={row.region.code} row={row} model={rings} />
          ))}
        </ol>
      ) : (
        <p className="units-none">{noValues}</p>
      )}
    </>
  )
}

export const panel = definePanel({ kind: 'unit-rings', options, model, summary, table, View: UnitRings })
