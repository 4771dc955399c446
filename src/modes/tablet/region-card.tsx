import { useMemo, type ReactNode } from 'react'
import { useScene } from '#panel-kit/scene-context.ts'
import { ValueButton } from '#ui/value-button.tsx'
import { leagueIn } from './region-order.ts'
import { regionRows, type RegionRow } from './region-rows.ts'
import './region-card.css'

interface RegionProps {
  readonly code: string
}

/** The score and the place that it makes, with the month before beside it. */
function Standing({ code }: RegionProps): ReactNode {
  const { answer, view } = useScene()
  const league = useMemo(() => leagueIn(answer, view.period), [answer, view.period])
  const row = league?.rows.find(({ region }) => region.code === code)
  if (league === null || row === undefined || row.rank === null || row.observation === null) return null
  const { indicator, period } = league
  const subject = { observation: row.observation, indicator }
  const month = `${Number(period.slice(5))}月`
  return (
    <dl className="standing">
      <div>
        <dt>综合名次（{month}）</dt>
        <dd>
          <ValueButton subject={subject}>
            第<b className="standing-rank">{row.rank}</b>名
          </ValueButton>
          {row.move !== null && row.move !== 0 && (
            <span className={row.move > 0 ? 'move-up' : 'move-down'} aria-label={row.move > 0 ? `上升${row.move}名` : `下降${-row.move}名`}>
              {row.move > 0 ? '▲' : '▼'}
              {Math.abs(row.move)}
            </span>
          )}
        </dd>
      </div>
      <div>
        <dt>综合得分</dt>
        <dd>
          <ValueButton subject={subject}>
            <b>{row.score}</b>分
          </ValueButton>
          {row.previous !== null && <span>上月 {row.previous}</span>}
        </dd>
      </div>
    </dl>
  )
}

/** Where the area stands among all of them: the lowest on the left, the area itself large and on top. */
function Place({ row, code }: RegionProps & { readonly row: RegionRow }): ReactNode {
  const marks = row.marks.toSorted((a, b) => Number(a.code === code) - Number(b.code === code))
  return (
    <span className="place" aria-hidden="true">
      {marks.map(({ code: other, at, demo }) => (
        <i key={other} style={{ left: `${at * 100}%` }} className={`${other === code ? 'is-own' : ''} ${demo ? 'is-demo' : ''}`} />
      ))}
    </span>
  )
}

const Row = ({ row, code }: RegionProps & { readonly row: RegionRow }): ReactNode => (
  <li>
    <span className="region-row-name">{row.label}</span>
    <Place row={row} code={code} />
    {row.observation === null ? (
      <span className="region-row-value">{row.number}</span>
    ) : (
      <ValueButton className="region-row-value" subject={{ observation: row.observation, indicator: row.indicator }}>
        <b>{row.number}</b>
        {row.unit}
        <small>{row.period}</small>
      </ValueButton>
    )}
    <span className="region-row-place">{row.place === null ? '' : `第${row.place}`}</span>
  </li>
)

/** What the scene knows of the selected area, each figure with its place among its neighbours. */
export function RegionCard({ code }: RegionProps): ReactNode {
  const { answer, view } = useScene()
  const rows = useMemo(() => regionRows(answer, code, view.period), [answer, code, view.period])
  const own = useMemo(() => answer.observations.some(({ refArea }) => refArea === code), [answer, code])
  const named = new Map(answer.regions.map((region) => [region.code, region]))
  const name = named.get(code)?.name ?? ''
  return (
    <section className="region-card" data-region={code} aria-label={name}>
      <Standing code={code} />
      {rows.length === 0 ? (
        !own && (
          <p className="region-none">
            本场景没有{name}自己的数据，其他面板为{named.get(answer.root)?.wholeScope}数据
          </p>
        )
      ) : (
        <>
          <p className="region-key">
            <span>各地中的位置，左低右高</span>
            <span>大圈为{name}</span>
          </p>
          <ul>
            {rows.map((row) => (
              <Row key={row.indicator.id} row={row} code={code} />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
