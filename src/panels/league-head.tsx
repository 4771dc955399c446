import { model, options, summary, table, type LeagueHeadModel } from '#charts/league-head.ts'
import { definePanel, type PanelViewProps } from '#panel-kit/define-panel.tsx'
import { DemoTag } from '#ui/tags.tsx'
import './league-head.css'

const LeagueHead = ({ model: { display, line, hidden, full, items, demo } }: PanelViewProps<LeagueHeadModel>) => (
  <div className="league-title">
    <div className="league-words">
      <h2>{display}</h2>
      <p>{items.length === 0 ? '本期没有已发布或报送的得分' : line}</p>
    </div>
    {items.length > 0 && (
      <div className="league-formula">
        <p>综合得分＝各项得分×权重之和，满分{full}</p>
        <ul>
          {items.map(({ indicator, label, weight }) => (
            <li key={indicator.id}>
              {label}
              <b>{weight}%</b>
            </li>
          ))}
        </ul>
      </div>
    )}
    <div className="league-marks">
      {hidden && <strong>名次已隐藏</strong>}
      {demo !== null && <DemoTag>{demo}</DemoTag>}
    </div>
  </div>
)

/** Even without a score the scene has its title. */
export const panel = definePanel({ kind: 'league-head', options, model, summary, table, View: LeagueHead, bare: true, drawsWithoutData: true })
