import { areaSumFindings } from './pack-rules/area-sums.ts'
import { codeSumFindings } from './pack-rules/code-sums.ts'
import { computedFindings } from './pack-rules/composites.ts'
import { daySumFindings } from './pack-rules/day-sums.ts'
import { boundaryFindings, indicatorFindings, infoFindings, regionFindings } from './pack-rules/document.ts'
import type { Finding, PackInput } from './pack-rules/finding.ts'
import { monthSumFindings } from './pack-rules/month-sums.ts'
import { observationFindings } from './pack-rules/observations.ts'
import { personFindings } from './pack-rules/persons.ts'
import { sceneFindings } from './pack-rules/scenes.ts'
import { wallFindings } from './pack-rules/wall.ts'

/**
 * What a schema cannot say about a pack: that its parts refer to each other, that values and statuses agree,
 * that sums close on what was published, and that nothing in it is about a person. Empty when all is well;
 * each finding names a path in the pack and the rule it breaks, in Chinese.
 */
export const checkPack = (input: PackInput): Finding[] => [
  ...infoFindings(input.document),
  ...regionFindings(input.document),
  ...indicatorFindings(input.document),
  ...sceneFindings(input.document),
  ...wallFindings(input.document),
  ...boundaryFindings(input.document),
  ...observationFindings(input),
  ...computedFindings(input),
  ...areaSumFindings(input),
  ...monthSumFindings(input),
  ...daySumFindings(input),
  ...codeSumFindings(input),
  ...personFindings(input)
]
