import type { CSSProperties } from 'react'
import { widest } from '#charts/chart-text.ts'
import { model, options, stageRows, stageText, summary, table, type StageBar, type StageBarsModel, type StageGap } from '#charts/stage-bars.ts'
import { definePanel, type PanelViewProps } from '#panel-kit/define-panel.tsx'
import { TYPE } from '#tokens/sizes.ts'
import { Figure } from '#ui/figure.tsx'
import { ValueButton } from '#ui/value-button.tsx'
import './stage-bars.css'

/** Values as wide as the longest, for all alike: lanes of different lengths could not be compared. */
const columns = ({ bars }: StageBarsModel): CSSProperties => ({
  gridTemplateColumns: `5.4rem 1fr ${Math.max(4.4, (widest(bars.map(stageText)) + 0.2) * TYPE.panel)}rem 4rem`
})

function Bar({ bar, style }: { readonly bar: StageBar; readonly style: CSSProperties }) {
  const { name, share, rate, status, observation, indicator } = bar
  const text = stageText(bar)
  return (
    <li style={style}>
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
}

const Gap = ({ gap: { name, text }, style }: { readonly gap: StageGap; readonly style: CSSProperties }) => (
  <li style={style}>
    <span>{name}</span>
    <span className="stages-gap">{text}</span>
  </li>
)

function StageBars({ model: stages }: PanelViewProps<StageBarsModel>) {
  const style = columns(stages)
  return (
    <ol className="stages">
      {stageRows(stages).map((row) => ('text' in row ? <Gap key={row.name} gap={row} style={style} /> : <Bar key={row.name} bar={row} style={style} />))}
    </ol>
  )
}

export const panel = definePanel({ kind: 'stage-bars', options, model, summary, table, View: StageBars })
