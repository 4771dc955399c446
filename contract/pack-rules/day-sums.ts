import { closesOn } from '#contract/bound.ts'
import { observationKey, type ObservationInput } from '#contract/observation.ts'
import { intervalOf } from '#contract/period.ts'
import { type Finding, observationPath, type PackInput, unclosed } from './finding.ts'
import { flows } from './flows.ts'
import { sumOf } from './sum-of.ts'

const keyAt = (o: ObservationInput, timePeriod: string): string => observationKey({ ...o, timePeriod })

function daysOf(month: string): string[] {
  const last = Number(intervalOf(month)?.end.slice(8))
  return Array.from({ length: last }, (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`)
}

function monthFindings(month: ObservationInput, days: ReadonlyMap<string, ObservationInput>): Finding[] {
  const own = daysOf(month.timePeriod).map((day) => ({ day, part: days.get(keyAt(month, day)) }))
  if (own.every(({ part }) => part === undefined)) return []
  const gap = own.find(({ part }) => part === undefined)
  if (gap !== undefined) return [{ path: observationPath(month), rule: `逐日数据缺 ${gap.day}，不能与当月对账；缺报的日子写状态 O` }]
  const sum = sumOf(own.map(({ part }) => part))
  const problem = sum === null ? null : closesOn(month, sum)
  return unclosed(month, '逐日相加与当月不合', problem)
}

/** The days of a month close on the month, in every area, scope and breakdown that has both. */
export function daySumFindings(input: PackInput): Finding[] {
  const observations = flows(input)
  const days = new Map(observations.filter(({ freq }) => freq === 'D').map((o) => [observationKey(o), o]))
  return observations.filter(({ freq }) => freq === 'M').flatMap((month) => monthFindings(month, days))
}
