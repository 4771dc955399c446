import type { ReactNode } from 'react'
import { model, options, summary, table, type FigureListModel, type OwnFigure } from '#charts/figure-list.ts'
import type { Observation } from '#contract/observation.ts'
import { endPointOf } from '#contract/period.ts'
import { definePanel, type PanelViewProps } from '#panel-kit/define-panel.tsx'
import { useScene } from '#panel-kit/scene-context.ts'
import { FigureStatus } from '#ui/figure-status.tsx'
import { Figure } from '#ui/figure.tsx'
import { statusDot } from '#ui/status-dot.ts'
import { ValueButton } from '#ui/value-button.tsx'
import './kpi-band.css'

/** Under the figure of the whole that of the region that is looked at, in the hand, where there is room below. */
const Own = ({ own: { name, observation, indicator, text } }: { readonly own: OwnFigure }): ReactNode => (
  <ValueButton className={`kpi-own ${observation.origin === 'demo' ? 'is-demo' : ''}`} subject={{ observation, indicator, text }}>
    <span className="kpi-own-name">{name}</span> <b>{text}</b>
    <FigureStatus observation={observation} />
  </ValueButton>
)

/** Its period, where it is not that of most; all of them say it while another one is looked at, which they have no figure of. */
function Period({ of, own }: { readonly of: Observation; readonly own: string | null }): ReactNode {
  const { view } = useScene()
  const text = own ?? (view.period === undefined ? null : endPointOf(of.timePeriod))
  return text === null ? null : <small>{text}</small>
}

const KpiBand = ({ model: { items } }: PanelViewProps<FigureListModel>) => {
  const { form } = useScene()
  return (
    <ul className="kpis">
      {items.map(({ observation, indicator, label, period, own }) => (
        <li key={indicator.id} className="kpi">
          <span className={`kpi-label ${statusDot(observation)}`}>
            {label}
            <Period of={observation} own={period} />
            {form !== 'column' && <FigureStatus observation={observation} />}
          </span>
          <Figure observation={observation} indicator={indicator} size="kpi" />
          {form === 'column' && <FigureStatus observation={observation} />}
          {own !== null && form === 'column' && <Own own={own} />}
        </li>
      ))}
    </ul>
  )
}

export const panel = definePanel({ kind: 'kpi-band', options, model, summary, table, View: KpiBand, bare: true })
