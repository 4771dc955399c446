import { parseArgs } from 'node:util'

/** Faults that must be found: files made where the wall's requests are answered, or in the wall's own page. */
const PLANTS = ['block', 'page'] as const
export type Plant = (typeof PLANTS)[number]

export interface Settings {
  /** Of each part: without exports, and with them. */
  readonly rotations: number
  readonly clients: number
  readonly plant: Plant | undefined
}

const isPlant = (text: string): text is Plant => PLANTS.some((plant) => plant === text)

function numberOf(name: string, text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new Error(`--${name}: ${text} is no number`)
  return Number(text)
}

const text = { type: 'string' } as const

/** `--rotations N --clients C [--plant block|page]` */
export function settingsOf(words: readonly string[]): Settings {
  const { values } = parseArgs({ args: [...words], options: { rotations: text, clients: text, plant: text } })
  const { plant } = values
  if (plant !== undefined && !isPlant(plant)) throw new Error(`--plant: ${plant} is none of ${PLANTS.join(', ')}`)
  return { rotations: numberOf('rotations', values.rotations ?? '30'), clients: numberOf('clients', values.clients ?? '10'), plant }
}
