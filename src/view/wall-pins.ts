import type { WallPin, WallSettings } from '#contract/wall.ts'
import { dayAt, instantIn, localInstant } from './local-time.ts'
import type { WallView } from './wall-codec.ts'

export interface Pinned {
  readonly scene: string
  readonly region?: string
  readonly until: number
}

export interface PinInput {
  readonly settings: Pick<WallSettings, 'pins'> | undefined
  readonly url: Pick<WallView, 'pin'>
  /** When the page was opened, in epoch milliseconds: the day that a time in its address means. */
  readonly openedAt: number
  readonly timeZone: string
  /** The pack's scenes, in its order. */
  readonly scenes: readonly string[]
}

export interface Span extends Pinned {
  readonly from: number
}

/** A time that has passed pins nothing. */
function urlSpan({ url: { pin }, openedAt, timeZone }: PinInput): Span[] {
  if (pin === undefined) return []
  const { until } = pin
  const end = 'time' in until ? instantIn(timeZone, dayAt(openedAt, timeZone), until.time) : localInstant(timeZone, until.local)
  return [{ scene: pin.scene, from: -Infinity, until: end }]
}

const packSpan = ({ scene, region, from, until }: WallPin, timeZone: string): Span => ({
  scene,
  ...(region === undefined ? {} : { region }),
  from: from === undefined ? -Infinity : localInstant(timeZone, from),
  until: localInstant(timeZone, until)
})

/** The address before the pack; only of scenes that there are. */
export const spansOf = (input: PinInput): Span[] =>
  [...urlSpan(input), ...(input.settings?.pins ?? []).map((pin) => packSpan(pin, input.timeZone))].filter(({ scene }) => input.scenes.includes(scene))

/** The first that is on. */
export function pinnedAt(spans: readonly Span[], now: number): Pinned | null {
  const span = spans.find(({ from, until }) => from <= now && now < until)
  if (span === undefined) return null
  const { from: _from, ...pinned } = span
  return pinned
}
