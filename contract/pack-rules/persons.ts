import { type Finding, observationPath, type PackInput, unless } from './finding.ts'

/** Dimensions that would break figures down to persons or by faith or descent. Only aggregates may be stored. */
const DENIED: ReadonlySet<string> = new Set(['person', 'name', 'phone', 'idcard', 'religion', 'faith', 'ethnicity'])

/** `personId`, `id_card` and `Person` are caught as well as `person`. */
function isDenied(dimension: string): boolean {
  const words = dimension.split(/[._-]|(?<=[a-z])(?=[A-Z])/).map((word) => word.toLowerCase())
  return [...words, words.join('')].some((word) => DENIED.has(word))
}

const RULE = '只存汇总数：不得按个人、姓名、电话、证件、宗教信仰或民族分组'

export const personFindings = ({ document, observations }: PackInput): Finding[] => [
  ...document.info.codeLists.flatMap(({ dimension }) => unless(!isDenied(dimension), `info.codeLists[${dimension}]`, RULE)),
  ...observations.flatMap((o) =>
    Object.keys(o.breakdown ?? {}).flatMap((dimension) => unless(!isDenied(dimension), `${observationPath(o)}.breakdown.${dimension}`, RULE))
  )
]
