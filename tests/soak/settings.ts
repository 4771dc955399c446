import { parseArgs } from 'node:util'
import type { PlantName } from './page/plant.ts'

export interface Settings {
  readonly rotations: number
  readonly refreshes: number
  /** Rounds between two samples. */
  readonly every: number
  /** Milliseconds that a change of scenes lasts. */
  readonly fade: number
  /** Seconds before the first sample: a page just opened has what no later one has, such as the timer of its guard. */
  readonly settle: number
  /** Whether the browser's optimising compilers run; see `launchMeasured`. */
  readonly jit: boolean
  /** A fault put into the page, which must be found. */
  readonly plant: PlantName | undefined
}

const PLANTS: readonly string[] = ['leak', 'blank'] satisfies PlantName[]
const SAMPLES = 100
const FADE = 50
const SETTLE = 32

function numberOf(name: string, text: string): number {
  if (!/^\d{1,7}$/.test(text)) throw new Error(`--${name}: ${text} is no number`)
  return Number(text)
}

const isPlant = (text: string): text is PlantName => PLANTS.includes(text)

function plantOf(text: string): PlantName {
  if (!isPlant(text)) throw new Error(`--plant: ${text} is none of ${PLANTS.join(', ')}`)
  return text
}

const text = { type: 'string' } as const

/** `--rotations N --refreshes M [--every K --fade MS --settle S --jit --plant leak|blank]`; `round` is how many scenes there are. */
export function settingsOf(words: readonly string[], round: number): Settings {
  const { values } = parseArgs({
    args: [...words],
    options: { rotations: text, refreshes: text, every: text, fade: text, settle: text, plant: text, jit: { type: 'boolean' } }
  })
  const rotations = numberOf('rotations', values.rotations ?? '1000')
  return {
    rotations,
    refreshes: numberOf('refreshes', values.refreshes ?? '50'),
    every: values.every === undefined ? Math.max(1, Math.floor(rotations / round / SAMPLES)) : numberOf('every', values.every),
    fade: numberOf('fade', values.fade ?? String(FADE)),
    settle: numberOf('settle', values.settle ?? String(SETTLE)),
    jit: values.jit === true,
    plant: values.plant === undefined ? undefined : plantOf(values.plant)
  }
}
