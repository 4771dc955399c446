import type { ReactNode } from 'react'
import type { SceneAnswer } from '#contract/endpoints.ts'
import type { Indicator } from '#contract/indicator.ts'
import { periodCell } from '#charts/panel-table.ts'
import { originText } from '#format/status.ts'
import { ToolDialog } from './tool-dialog.tsx'
import './sources.css'

const NOTHING = '原文未另作口径说明'

/** A publisher's own words, or those that the figure was reported with. */
function sourceName({ sources }: SceneAnswer, id: string): string {
  const source = sources.find((one) => one.id === id)
  return source === undefined ? id : [source.title, source.publisher, source.period].filter((part) => part !== undefined).join(' · ')
}

/** `已发布，截至2022年10月，衢州统一战线专版`: each way that the scene has a figure of the indicator. */
function waysOf(answer: SceneAnswer, { id }: Indicator): readonly string[] {
  const own = answer.observations.filter(({ indicator }) => indicator === id)
  const series = own.filter(({ freq }) => freq !== '_Z')
  const single = own.filter(({ freq }) => freq === '_Z').map((o) => `${originText(o.origin)}，${periodCell(o)}，${sourceName(answer, o.source)}`)
  const monthly = series.map((o) => `${originText(o.origin)}，逐期，${sourceName(answer, o.source)}`)
  return [...new Set([...single, ...monthly])]
}

const KEY = [
  ['published', 'dock-solid', '实心、连续为已发布'],
  ['reported', 'dock-solid', '实心、连续为已报送'],
  ['demo', 'dock-hatch', '斜纹、虚线、空心为演示']
] as const

/** What each figure of the scene counts, and where it comes from. */
export function Sources({ answer, onClose }: { readonly answer: SceneAnswer; readonly onClose: () => void }): ReactNode {
  const origins = new Set(answer.observations.map(({ origin }) => origin))
  return (
    <ToolDialog title="来源与口径" wide reading onClose={onClose}>
      <p className="sources-key">
        {KEY.filter(([origin]) => origins.has(origin)).map(([origin, mark, words]) => (
          <span key={origin}>
            <i className={mark} aria-hidden="true" />
            {words}
          </span>
        ))}
      </p>
      <dl className="sources">
        {answer.indicators.map((indicator) => {
          const ways = waysOf(answer, indicator)
          return ways.length === 0 ? null : (
            <div key={indicator.id}>
              <dt>
                {indicator.name}
                <small>{indicator.unitMeasure}</small>
              </dt>
              <dd>
                <p>口径：{indicator.definition ?? NOTHING}</p>
                {ways.map((way) => (
                  <p key={way}>{way}</p>
                ))}
              </dd>
            </div>
          )
        })}
      </dl>
    </ToolDialog>
  )
}
