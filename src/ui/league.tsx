import type { ReactNode } from 'react'
import './league.css'

/** A lane is as wide as the weight of its item. */
export const laneStyle = (weight: number): object => ({ '--weight': weight })
/** In the hand the picture is as high as it has rows. */
export const rowsStyle = (rows: number): object => ({ '--rows': rows })

interface Item {
  readonly indicator: { readonly id: string }
  readonly label: string
  readonly weight: number
}

interface LeagueHeadsProps {
  /** What the table is of: 2022-10. */
  readonly period: string
  /** What stands in a lane, where that does not say itself. */
  readonly note?: string
  readonly items: readonly Item[]
  readonly total: string
}

/** The heads of a league table: each item over its lane, as wide as its weight. */
export const LeagueHeads = ({ period, note = '', items, total }: LeagueHeadsProps): ReactNode => (
  <div className="league-heads">
    <p>
      <time dateTime={period}>{period}</time>
      {note}
    </p>
    <div className="lanes">
      {items.map(({ indicator, label, weight }) => (
        <span key={indicator.id} className="lane" style={laneStyle(weight)}>
          {label}
          <small>{weight}%</small>
        </span>
      ))}
    </div>
    <b>{total}</b>
  </div>
)

interface LeagueTabsProps {
  readonly tabs: readonly string[]
  readonly chosen: number
  readonly onChoose: (tab: number) => void
}

/** In the hand the table and the picture take turns. */
export const LeagueTabs = ({ tabs, chosen, onChoose }: LeagueTabsProps): ReactNode => (
  <div className="league-tabs" role="group" aria-label="视图">
    {tabs.map((tab, index) => (
      <button key={tab} type="button" aria-pressed={index === chosen} onClick={() => onChoose(index)}>
        {tab}
      </button>
    ))}
  </div>
)
