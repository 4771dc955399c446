import type { ObservationInput } from '#contract/observation.ts'
import type { FeatureCollection } from '#contract/pack.ts'
import type { PackInput } from '#contract/pack-rules/finding.ts'
import { indicatorsOf, observationsOf, packOf, regionsOf, scenesOf, type Context } from './context.ts'

const NO_MAP: FeatureCollection = { type: 'FeatureCollection', features: [] }

/** A need's own `note` and `release` aside, what a view says is what a pack says: the pack's rules hold for both. */
interface Parts {
  readonly scenes?: boolean
  readonly observations?: boolean
}

/** The pack as it can be read back from the answers, with only the parts asked for: a broken one blocks no other rule. */
export async function documentOf(context: Context, { scenes = false, observations = false }: Parts): Promise<PackInput> {
  const figures: readonly ObservationInput[] = observations ? await observationsOf(context) : []
  return {
    document: {
      info: (await packOf(context)).info,
      regions: await regionsOf(context),
      indicators: await indicatorsOf(context),
      scenes: scenes ? (await scenesOf(context)).map(({ scene }) => scene) : [],
      boundaries: NO_MAP
    },
    observations: figures
  }
}
