import { closesOn } from '#contract/bound.ts'
import { observationKey, type ObservationInput } from '#contract/observation.ts'
import type { CodeList } from '#contract/pack.ts'
import { type Finding, type PackInput, unclosed } from './finding.ts'
import { sumOf } from './sum-of.ts'

const slot = ({ freq }: ObservationInput, key: string): string => `${freq}|${key}`

interface Split {
  readonly list: CodeList
  readonly total: ObservationInput
  readonly bySlot: ReadonlyMap<string, ObservationInput>
}

function splitFindings({ list: { dimension, codes }, total, bySlot }: Split): Finding[] {
  const sum = sumOf(codes.map(({ code }) => bySlot.get(slot(total, observationKey({ ...total, breakdown: { [dimension]: code } })))))
  const problem = sum === null ? null : closesOn(total, sum)
  return unclosed(total, `按 ${dimension} 分项相加与合计不合`, problem)
}

/** Where a code list says that it splits an indicator, the parts of one area, scope and period close on the undivided figure. */
export function codeSumFindings({ document, observations }: PackInput): Finding[] {
  const bySlot = new Map(observations.map((o) => [slot(o, observationKey(o)), o]))
  const totals = observations.filter((o) => o.breakdown === undefined && o.obsStatus !== 'F')
  return document.info.codeLists.flatMap((list) =>
    totals.filter(({ indicator }) => list.splits?.includes(indicator)).flatMap((total) => splitFindings({ list, total, bySlot }))
  )
}
