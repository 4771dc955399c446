import { roundDecimal } from '#contract/decimal.ts'
import type { Indicator } from '#contract/indicator.ts'
import { hasValue, type Observation } from '#contract/observation.ts'
import { scaleValue } from '#contract/bound.ts'
import { seriesText } from '#charts/parts.ts'
import { periodCell, statusCell } from '#charts/panel-table.ts'
import { isDecimal } from '#contract/decimal.ts'
import { absenceText } from '#format/status.ts'
import { ofNothing, type NativePoint } from './native-chart.ts'

/** 上千万元 is words, and no length. */
const measured = (o: Observation): o is Observation & { obsValue: string } =>
  o.obsValue !== null && hasValue(o) && isDecimal(o.obsValue) && o.bound !== 'magnitude'

/** A figure as a point: its number in the unit of the series, rounded as charts round it, and how it reads. */
export function pointOf(observation: Observation | null, indicator: Indicator): NativePoint {
  if (observation === null) return ofNothing(absenceText(undefined))
  const said = {
    text: seriesText(observation, indicator),
    status: statusCell(observation),
    period: periodCell(observation),
    demo: observation.origin === 'demo'
  }
  if (!measured(observation)) return { ...said, value: null, worded: false }
  const value = roundDecimal(scaleValue(observation.obsValue, indicator.seriesScale), indicator.decimals)
  return { ...said, value, worded: observation.bound !== 'exact' || observation.obsStatus !== 'A' }
}
