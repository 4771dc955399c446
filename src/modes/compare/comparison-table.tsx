import type { ReactNode } from 'react'
import type { Change, ComparedArea, ComparisonModel } from '#charts/comparison.ts'
import { periodLabel } from '#charts/panel-table.ts'
import { seriesText } from '#charts/parts.ts'
import type { Indicator } from '#contract/indicator.ts'
import type { Observation } from '#contract/observation.ts'
import type { Source } from '#contract/pack.ts'
import { monthText } from '#format/period.ts'
import { originText } from '#format/status.ts'
import { ValueButton } from '#ui/value-button.tsx'

interface ComparisonTableProps {
  readonly model: ComparisonModel
  readonly sources: readonly Source[]
}

/** A value opens its source card; what was not told has none. */
function Value({ observation, indicator }: { readonly observation: Observation | null; readonly indicator: Indicator }): ReactNode {
  const text = seriesText(observation, indicator, true)
  if (observation === null) return <span className="compare-none">{text}</span>
  return (
    <ValueButton className={`compare-value ${observation.origin === 'demo' ? 'is-demo' : ''}`} subject={{ observation, indicator, text }}>
      {text}
    </ValueButton>
  )
}

/** 演示 figures have no source but that word. */
const sourceText = (o: Observation | null, sources: readonly Source[]): string => {
  if (o === null) return '无'
  const found = sources.find(({ id }) => id === o.source)
  return found?.publisher ?? found?.title ?? o.source
}

/** `+12件`, `−3件`, 持平. */
function Moved({ change }: { readonly change: Change | null }): ReactNode {
  if (change === null) return <span className="compare-none">没有可比的</span>
  const { direction, amount } = change
  if (direction === 0) return <span>持平</span>
  return direction > 0 ? <span className="is-up">+{amount}</span> : <span className="is-down">−{amount}</span>
}

type Row = readonly [head: string, cell: (area: ComparedArea) => ReactNode]

function rowsOf({ indicator, lines, areas, month }: ComparisonModel, sources: readonly Source[]): Row[] {
  const has = (of: (area: ComparedArea) => Observation | null): boolean => areas.some((area) => of(area) !== null)
  const row = (head: string, of: (area: ComparedArea) => Observation | null): Row => [head, (area) => <Value observation={of(area)} indicator={indicator} />]
  const change: Row = ['变化', ({ change: moved }) => <Moved change={moved} />]
  return [
    row(lines === null ? '数值' : month === null ? '最近一月' : monthText(month, true), ({ latest }) => latest),
    ...(has(({ previous }) => previous) ? [row(lines === null ? '上期' : '上月', ({ previous }) => previous), change] : []),
    ...(has(({ total }) => total) ? [row('累计', ({ total }) => total)] : []),
    ['期间', ({ latest }) => (latest === null ? '无' : periodLabel(latest))],
    ['状态', ({ latest }) => (latest === null ? '未报' : originText(latest.origin))],
    ['来源', ({ latest }) => sourceText(latest, sources)]
  ]
}

/** A column an area, under the chart that shows the same. */
export const ComparisonTable = ({ model, sources }: ComparisonTableProps): ReactNode => (
  <div className="compare-scroll">
    <table className="compare-table">
      <thead>
        <tr>
          <td />
          {model.areas.map(({ region }) => (
            <th key={region.code} scope="col">
              {region.name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rowsOf(model, sources).map(([head, cell]) => (
          <tr key={head}>
            <th scope="row">{head}</th>
            {model.areas.map((area) => (
              <td key={area.region.code}>{cell(area)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
