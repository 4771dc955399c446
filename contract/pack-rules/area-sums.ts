import { closesOn } from '#contract/bound.ts'
import { observationKey, type ObservationInput } from '#contract/observation.ts'
import { type Finding, type PackInput, unclosed } from './finding.ts'
import { sumOf } from './sum-of.ts'

interface Areas {
  readonly root: string
  readonly children: readonly string[]
  readonly wholeScope: ReadonlyMap<string, string>
}

function areasOf({ document: { info, regions } }: PackInput): Areas {
  const children = regions.filter(({ parent }) => parent === info.root).map(({ code }) => code)
  return { root: info.root, children, wholeScope: new Map(regions.map(({ code, wholeScope }) => [code, wholeScope])) }
}

const slot = (o: ObservationInput, area: string, scope: string): string => [o.freq, observationKey({ ...o, refArea: area, scope })].join('|')

/** Indicators that add up over areas. Rates, means and counts of kinds never do. */
const summed = ({ document }: PackInput): ReadonlySet<string> =>
  new Set(document.indicators.filter(({ aggregation }) => aggregation === 'sum').map(({ id }) => id))

/**
 * The children's values of a period (a month as well as a total) close on the root's: whole areas on the
 * whole, and where the root's figure is of a narrower scope (an association's members), that same scope.
 */
export function areaSumFindings(input: PackInput): Finding[] {
  const { root, children, wholeScope } = areasOf(input)
  const ids = summed(input)
  const partScope = (o: ObservationInput, code: string): string => (o.scope === wholeScope.get(root) ? (wholeScope.get(code) ?? '') : o.scope)
  const bySlot = new Map(input.observations.map((o) => [slot(o, o.refArea, o.scope), o]))
  return input.observations
    .filter((o) => o.refArea === root && ids.has(o.indicator) && o.obsStatus !== 'F')
    .flatMap((o) => {
      const sum = sumOf(children.map((code) => bySlot.get(slot(o, code, partScope(o, code)))))
      const problem = sum === null ? null : closesOn(o, sum)
      return unclosed(o, '各地相加与合计不合', problem)
    })
}
