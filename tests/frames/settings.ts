import { parseArgs } from 'node:util'

export interface Settings {
  readonly scene: string
  /** Length of the window. */
  readonly seconds: number
  readonly size: { readonly width: number; readonly height: number }
  /** A task of 80 ms is put into the page while nothing is due, and must be found. */
  readonly plant: boolean
}

/** Less has no room for a release and a switch. */
const SHORTEST = 10

function secondsOf(text: string): number {
  if (!/^\d{1,4}$/.test(text) || Number(text) < SHORTEST) throw new Error(`--seconds: ${text} is no number from ${SHORTEST}`)
  return Number(text)
}

function sizeOf(text: string): Settings['size'] {
  const { width, height } = /^(?<width>[1-9]\d{2,4})x(?<height>[1-9]\d{2,4})$/.exec(text)?.groups ?? {}
  if (width === undefined || height === undefined) throw new Error(`--size: ${text} is no size, such as 3840x2160`)
  return { width: Number(width), height: Number(height) }
}

const text = { type: 'string' } as const

/** `--scene ID --seconds 60 --size 3840x2160 --plant`, all of them optional. */
export function settingsOf(words: readonly string[]): Settings {
  const { values } = parseArgs({ args: [...words], options: { scene: text, seconds: text, size: text, plant: { type: 'boolean' } } })
  return {
    scene: values.scene ?? 'zonglan',
    seconds: secondsOf(values.seconds ?? '60'),
    size: sizeOf(values.size ?? '3840x2160'),
    plant: values.plant === true
  }
}
