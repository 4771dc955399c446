import { badRequest } from '#contract/problem.ts'
import { spanWithout } from '#contract/series-periods.ts'
import type { SceneFacts } from './scene-facts.ts'

/** What a file is asked to show of the figures. */
interface AskedFigures {
  readonly metric?: string | undefined
  readonly period?: string | undefined
}

/** Who does not have it, in the sentence that says so. */
type Whose = '本面板' | '这些场景'

type Known = Pick<SceneFacts, 'indicators' | 'series'>

function checkMetric({ metric }: AskedFigures, whose: Whose, all: readonly Known[]): void {
  const has = ({ indicators }: Known): boolean => indicators.some(({ id }) => id === metric)
  if (metric !== undefined && !all.some(has)) throw badRequest(`metric ${whose}没有指标 ${metric}`)
}

function checkPeriod({ period }: AskedFigures, whose: Whose, all: readonly Known[]): void {
  if (period === undefined) return
  const has = spanWithout(
    period,
    all.flatMap(({ series }) => series)
  )
  if (has !== null) throw badRequest(`period ${whose}没有 ${period} 的月度或逐日数据，只有 ${has.first} 至 ${has.last}`)
}

/**
 * A file is not made of other figures than it was asked for. What has neither months nor days is the same at any time.
 * @throws Problem 400 for a metric that none has, and for a period of which the series have nothing.
 */
export function checkFigures(asked: AskedFigures, whose: Whose, all: readonly Known[]): void {
  checkMetric(asked, whose, all)
  checkPeriod(asked, whose, all)
}
