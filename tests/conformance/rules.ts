import type { Rule } from './rule.ts'
import { boundaryRules } from './rules/boundaries.ts'
import { errorRules } from './rules/errors.ts'
import { eventRules } from './rules/events.ts'
import { figureRules } from './rules/figures.ts'
import { fileRules } from './rules/files.ts'
import { httpRules } from './rules/http.ts'
import { publishingRule } from './rules/publishing.ts'
import { queryRules } from './rules/queries.ts'
import { referenceRules } from './rules/references.ts'
import { releaseRules } from './rules/releases.ts'
import { sceneRules } from './rules/scenes.ts'
import { descriptionRule, shapeRules } from './rules/shape.ts'
import { sumRules } from './rules/sums.ts'
import { tagRules } from './rules/tags.ts'

/** What the client relies on, of any implementation of the API. The order is the report's; the rule that publishes is last. */
export const rules: readonly Rule[] = [
  ...shapeRules,
  descriptionRule,
  ...httpRules,
  ...tagRules,
  ...fileRules,
  ...errorRules,
  ...figureRules,
  ...referenceRules,
  ...sumRules,
  ...sceneRules,
  ...queryRules,
  ...boundaryRules,
  ...releaseRules,
  ...eventRules,
  publishingRule
]
