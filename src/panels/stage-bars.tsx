import { model, options, type StageBarsModel } from '#charts/stage-bars.ts'
import { chartNumber } from '#format/phrase.ts'
import { definePanel, type PanelViewProps } from '#panel-kit/define-panel.tsx'
import { ValueButton } from '#ui/value-button.tsx'
import './stage-bars.css'

const StageBars = ({ model: { bars } }: PanelViewProps<StageBarsModel>) => (
  <ol className="stages">
    {bars.map(({ name, share, rate, observation, indicator }) => {
      const text = chartNumber(observation.obsValue ?? '0', indicator.seriesScale, indicator.decimals)
      return (
        <li key={name}>
          <span>{name}</span>
          <span className="stages-lane" aria-hidden="true">
            <i className={observation.origin === 'demo' ? 'is-demo' : ''} style={{ width: `${(share * 100).toFixed(2)}%` }} />
          </span>
          <ValueButton className="stages-value" subject={{ observation, indicator, text: `${name} ${text}${indicator.unitMeasure}` }}>
            {text}
          </ValueButton>
          <em>{rate ?? ''}</em>
        </li>
      )
    })}
  </ol>
)

export const panel = definePanel({ kind: 'stage-bars', options, model, View: StageBars })
