import { areaSumFindings } from '#contract/pack-rules/area-sums.ts'
import type { Finding as PackFinding, PackInput } from '#contract/pack-rules/finding.ts'
import { monthSumFindings } from '#contract/pack-rules/month-sums.ts'
import { addressOf } from '#tests/conformance/addresses.ts'
import type { Context } from '#tests/conformance/context.ts'
import { documentOf } from '#tests/conformance/document.ts'
import { at } from '#tests/conformance/findings.ts'
import type { Finding, Rule } from '#tests/conformance/rule.ts'

const fromPack =
  (check: (input: PackInput) => PackFinding[]) =>
  async (context: Context): Promise<Finding[]> =>
    at(addressOf.observations, check(await documentOf(context, { observations: true })))

/** Whole-area figures only: a village's or a programme's figure is no part of a county's. */
export const sumRules: readonly Rule[] = [
  { id: 'sum.children', title: '下级之和与合计相合', check: fromPack(areaSumFindings) },
  { id: 'sum.months', title: '逐月之和与合计相合', check: fromPack(monthSumFindings) }
]
