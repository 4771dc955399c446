import type { Locator } from '#charts/locator.ts'
import { model, options, summary, table, type RingsRow, type UnitRingsModel } from '#charts/unit-rings.ts'
import { definePanel, type PanelViewProps } from '#panel-kit/define-panel.tsx'
import { FigureStatus } from '#ui/figure-status.tsx'
import { Figure } from '#ui/figure.tsx'
import { ValueButton } from '#ui/value-button.tsx'
import './unit-rings.css'

/** Up to this many rings stand at full size. */
const FULL_SIZE = 8

const Totals = ({ figures, ring }: Pick<UnitRingsModel, 'figures' | 'ring'>) => (
  <ul className="units-totals">
    {figures.map(({ observation, indicator, label }) => (
      <li key={indicator.id}>
        <Figure observation={observation} indicator={indicator} size="row" />
        <span>{label}</span>
        <FigureStatus observation={observation} />
      </li>
    ))}
    {ring !== '' && <li>{ring}</li>}
  </ul>
)

/** Where the area is; its name stands beside it. */
const Place = ({ locator: { viewBox, areas } }: { readonly locator: Locator }) => (
  <svg viewBox={viewBox} aria-hidden="true">
    {areas.map(({ code, path, lit }) => (
      <path key={code} d={path} className={lit ? 'is-lit' : ''} />
    ))}
  </svg>
)

interface RowProps {
  readonly row: RingsRow
  readonly model: UnitRingsModel
  /** Of a ring, in rem: all shrink together, so that lengths stay comparable. */
  readonly size: number
}

function Row({ row, model: { indicator, unit }, size }: RowProps) {
  const { region, rings, text, observation, demo, selected, locator } = row
  return (
    <li className={['units-row', demo ? 'is-demo' : '', selected ? 'is-selected' : ''].join(' ')}>
      <span className="units-name">
        {locator !== null && <Place locator={locator} />}
        <span>{region.name}</span>
      </span>
      <span className="units-rings" style={{ fontSize: `${size}rem` }} aria-hidden="true">
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
  const { figures, ring, rows, most, noValues } = rings
  const size = Math.min(1, FULL_SIZE / Math.max(1, most))
  return (
    <>
      {(figures.length > 0 || ring !== '') && <Totals figures={figures} ring={ring} />}
      {noValues === null ? (
        <ol className="units">
          {rows.map((row) => (
            <Row key={row.region.code} row={row} model={rings} size={size} />
          ))}
        </ol>
      ) : (
        <p className="units-none">{noValues}</p>
      )}
    </>
  )
}

export const panel = definePanel({ kind: 'unit-rings', options, model, summary, table, View: UnitRings })
