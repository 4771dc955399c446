/**
 * Turns a file of published figures into the pack's observations:
 * `tsx scripts/published.ts FIGURES.json > packs/quzhou/published.json`. What the schema does not
 * know (name, theme, the printed phrase) is left behind; values stay exact strings.
 */
import { readFileSync } from 'node:fs'
import { argv, stdout } from 'node:process'
import { fileURLToPath } from 'node:url'
import * as z from 'zod/mini'
import { ObservationInput } from '#contract/observation.ts'

const Figure = z.looseObject({
  ...ObservationInput.shape,
  indicator: z.optional(z.string()),
  code: z.string(),
  freq: z.optional(z.string()),
  source: z.optional(z.string())
})
export const FiguresFile = z.object({ source: z.object({ id: z.string() }), figures: z.array(Figure) })

const known = Object.keys(ObservationInput.shape)

/** A one-off published figure is no series, so its freq is `_Z`. */
export function toObservations(file: unknown): ObservationInput[] {
  const { source, figures } = FiguresFile.parse(file)
  return figures.map((figure) => {
    const whole: Record<string, unknown> = { ...figure, indicator: figure.code, freq: '_Z', source: source.id }
    return ObservationInput.parse(Object.fromEntries(known.filter((key) => whole[key] !== undefined).map((key) => [key, whole[key]])))
  })
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const [, , file] = argv
  if (file === undefined) throw new Error('用法：tsx scripts/published.ts FIGURES.json')
  stdout.write(`${JSON.stringify(toObservations(JSON.parse(readFileSync(file, 'utf8'))), null, 2)}\n`)
}
