/** What is on the screen at one moment. */
export interface Look {
  /** Another one after each load of the page. */
  readonly document: string
  readonly ready: boolean
  readonly scene: string | null
  readonly connection: string | null
  readonly clock: string | null
  /** Indicator and area, and the phrase without spaces. */
  readonly figures: readonly (readonly [id: string, text: string])[]
  /** Panels that show no figures of their own. */
  readonly broken: readonly string[]
}

export interface Seen extends Look {
  /** Monotonic milliseconds of the watcher. */
  readonly at: number
}

/** The figure that every release of these tests changes: its number tells the release on the screen. */
export const TELLING = 'xxt.projects@330800'
export const TELLING_SCENE = 'zonglan'
const FIRST = 2_000

/** Each release has a higher one than those before it; the first release of all has the pack's own. */
export const valueOf = (release: number): number => FIRST + release

export function tellingValue({ figures }: Look): number | undefined {
  const text = figures.find(([id]) => id === TELLING)?.[1]
  return text === undefined ? undefined : Number(text.replaceAll(/\D/g, ''))
}

/** What a scene shows, but for the figure that tells the release. */
export const contentOf = ({ figures }: Look): string =>
  figures
    .filter(([id]) => id !== TELLING)
    .map((figure) => figure.join(' '))
    .sort()
    .join('\n')
