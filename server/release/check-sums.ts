import { observationKey, type ObservationInput } from '#contract/observation.ts'
import type { PackDocument } from '#contract/pack.ts'
import { areaSumFindings } from '#contract/pack-rules/area-sums.ts'
import { codeSumFindings } from '#contract/pack-rules/code-sums.ts'
import { observationPath } from '#contract/pack-rules/finding.ts'
import type { Issue } from '#server/messages/issues.ts'

/** What adds up together: figures of one indicator, frequency and period. */
const groupOf = ({ indicator, freq, timePeriod }: ObservationInput): string => [indicator, freq, timePeriod].join('|')

/** As an operator knows a figure: `衢州市“促成回归项目”（全市，2020/2022）`. */
function nameOf({ regions, indicators }: PackDocument, o: ObservationInput): string {
  const region = regions.find(({ code }) => code === o.refArea)?.name ?? o.refArea
  const indicator = indicators.find(({ id }) => id === o.indicator)?.name ?? o.indicator
  return `${region}“${indicator}”（${o.scope}，${o.timePeriod}）`
}

/**
 * Totals that areas or codes would no longer add up to once the publication stands, by the rules that packs are held to.
 * Only what the publication touches is looked at, and parts that nobody has reported leave a sum unknown. A total
 * that has to stay open says why in its `sumNote`.
 */
export function sumIssues(document: PackDocument, shown: readonly ObservationInput[], published: readonly ObservationInput[]): Issue[] {
  const touched = new Set(published.map(groupOf))
  const merged = new Map([...shown, ...published].filter((o) => touched.has(groupOf(o))).map((o) => [observationKey(o), o]))
  const input = { document, observations: [...merged.values()] }
  const totals = new Map(input.observations.map((o) => [observationPath(o), o]))
  const places = new Map(published.map((o, index) => [observationPath(o), index]))
  return [...areaSumFindings(input), ...codeSumFindings(input)].flatMap(({ path, rule }) => {
    const total = totals.get(path)
    if (total === undefined) return []
    const place = places.get(path)
    const where = place === undefined ? [] : [`observations[${place}]`]
    return [{ path: where, rule: `${nameOf(document, total)}${rule}；确有原因的，连同合计一起发布，在合计的 sumNote 里写明` }]
  })
}
