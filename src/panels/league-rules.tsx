import { model, options, summary, table, type LeagueRulesModel } from '#charts/league-rules.ts'
import { definePanel, type PanelViewProps } from '#panel-kit/define-panel.tsx'
import './league-rules.css'

const LeagueRules = ({ model: { rules } }: PanelViewProps<LeagueRulesModel>) =>
  rules.length > 0 && (
    <ul className="league-rules">
      {rules.map(({ title, lines }) => (
        <li key={title}>
          <h3>{title}</h3>
          {lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </li>
      ))}
    </ul>
  )

/** Without a score there is no method in force, and nothing stands here. */
export const panel = definePanel({ kind: 'league-rules', options, model, summary, table, View: LeagueRules, bare: true, drawsWithoutData: true })
