import { model, options, stageText, summary, table, type StageBarsModel } from '#charts/stage-bars.ts'
import { definePanel, type PanelViewProps } from '#panel-kit/define-panel.tsx'
import { Figure } from '#ui/figure.tsx'
import { ValueButton } from '#ui/value-button.tsx'
import './stage-bars.css'

const StageBars = ({ model: { bars } }: PanelViewProps<StageBarsModel>) => (
  <ol className="stages">
    {bars.map((bar) => {
      const { name, share, rate, status, observation, indicator } = bar
      const text = stageText(bar)
      return (
        <li key={name}>
          <span>{name}</span>
          <span className="stages-lane" aria-hidden="true">
            <i className={observation.origin === 'demo' ? 'is-demo' : ''} style={{ width: `${(share * 100).toFixed(2)}%` }} />
          </span>
          {observation.bound === 'exact' ? (
            <ValueButton className="stages-value" subject={{ observation, indicator, text: `${name} ${text}${indicator.unitMeasure}` }}>
              {text}
            </ValueButton>
          ) : (
            <Figure observation={observation} indicator={indicator} size="line" />
          )}
          <em>{rate ?? status ?? ''}</em>
        </li>
      )
    })}
  </ol>
)

export const panel = definePanel({ kind: 'stage-bars', options, model, summary, table, View: StageBars })
