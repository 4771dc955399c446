import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { Indicator } from '#contract/indicator.ts'
import { PackInfo, PackObservations } from '#contract/pack.ts'
import { Region } from '#contract/region.ts'
import type { DemoInputs } from './inputs.ts'
import { DemoSpec } from './spec.ts'

/** Reads the files of a pack folder that the demo figures are drawn from. */
export function readInputs(folder: string): DemoInputs {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'))
  return {
    spec: DemoSpec.parse(read('demo-spec.json')),
    published: PackObservations.parse(read('published.json')),
    indicators: z.array(Indicator).parse(read('indicators.json')),
    regions: z.array(Region).parse(read('regions.json')),
    root: PackInfo.parse(read('pack.json')).root
  }
}
