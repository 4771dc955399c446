import type { WallSettings, WallStop } from '#contract/wall.ts'
import type { WallView } from './wall-codec.ts'
import { type Hours, isOn, nextEdge } from './wall-hours.ts'
import { type Pinned, pinnedAt, type PinInput, spansOf } from './wall-pins.ts'

export interface ProgrammeInput extends PinInput {
  readonly settings: WallSettings | undefined
  readonly url: Pick<WallView, 'play' | 'pin'>
  /** Epoch milliseconds. */
  readonly now: number
}

export interface WallProgramme {
  readonly stops: readonly WallStop[]
  readonly pinned: Pinned | null
  /** How much of the light is taken away. */
  readonly dim: number
  /** The next instant at which this may be another programme. */
  readonly nextChange: number | null
}

/** The address first, then the first slot that is on, then the pack's round; what has no known scene gives way to the next. */
function stopsAt({ settings, url, now, timeZone, scenes }: ProgrammeInput): readonly WallStop[] {
  const slot = settings?.schedule?.find((hours) => isOn(hours, now, timeZone))
  const lists = [url.play, slot?.play, settings?.play].map((play = []) => play.filter(({ scene }) => scenes.includes(scene)))
  return lists.find((stops) => stops.length > 0) ?? scenes.map((scene) => ({ scene }))
}

/**
 * What a wall plays at an instant, and until when that holds at least. The address wins over the pack for the round and
 * for the pin; where several nights are on, the darkest counts. `stops` is empty only where the pack has no scene.
 */
export function programmeAt(input: ProgrammeInput): WallProgramme {
  const { settings, now, timeZone } = input
  const night = settings?.night ?? []
  const spans = spansOf(input)
  const hours: readonly Hours[] = [...(settings?.schedule ?? []), ...night]
  const edges = [...hours.flatMap((window) => nextEdge(window, now, timeZone) ?? []), ...spans.flatMap(({ from, until }) => [from, until])]
  const ahead = edges.filter((edge) => edge > now)
  return {
    stops: stopsAt(input),
    pinned: pinnedAt(spans, now),
    dim: Math.max(0, ...night.filter((window) => isOn(window, now, timeZone)).map(({ dim }) => dim)),
    nextChange: ahead.length === 0 ? null : Math.min(...ahead)
  }
}

/** One scene of one area for a while. The key names it within its round, also when the round is made anew. */
export interface WallStep {
  readonly key: string
  readonly scene: string
  /** Absent: the whole area. */
  readonly region?: string
  readonly metric?: string
  readonly seconds: number
}

interface RoundInput {
  readonly stops: readonly WallStop[]
  /** Codes of the root's child areas. */
  readonly children: readonly string[]
  readonly root: string
  readonly defaultSeconds: number
}

type Unnamed = Omit<WallStep, 'key'>

const present = (step: Unnamed & { readonly region: string | undefined; readonly metric: string | undefined }): Unnamed => ({
  scene: step.scene,
  ...(step.region === undefined ? {} : { region: step.region }),
  ...(step.metric === undefined ? {} : { metric: step.metric }),
  seconds: step.seconds
})

/** `zonglan`, `zonglan@330802`, `huigui+zs.projects`; what comes again is `zonglan#2`. */
function keyOf({ scene, region, metric }: Unnamed, seen: Map<string, number>): string {
  const name = `${scene}${region === undefined ? '' : `@${region}`}${metric === undefined ? '' : `+${metric}`}`
  const times = (seen.get(name) ?? 0) + 1
  seen.set(name, times)
  return times === 1 ? name : `${name}#${times}`
}

/** The round step by step: a loop over counties is the whole area, then each of them in the order of codes, every one for the stop's seconds. */
export function stepsOf({ stops, children, root, defaultSeconds }: RoundInput): WallStep[] {
  const counties = children.filter((code) => code !== root).toSorted()
  const seen = new Map<string, number>()
  return stops
    .flatMap(({ scene, seconds = defaultSeconds, counties: loop = false, metric }) =>
      [undefined, ...(loop ? counties : [])].map((region) => present({ scene, region, metric, seconds }))
    )
    .map((step) => ({ key: keyOf(step, seen), ...step }))
}

/** Scene and area of a key, without what tells repetitions apart. */
function placeOf(key: string): { readonly scene: string; readonly region: string } {
  const [place = ''] = key.split(/[+#]/)
  const [scene = '', region = ''] = place.split('@')
  return { scene, region }
}

/**
 * The step after the one of that key; the first for a key that is absent. Where the round was made anew and the key is
 * gone: within its scene the next area in the order of codes, else what follows the last step of its scene, and where
 * the scene is gone too, the first step. With one step it is that one again; undefined only for an empty round.
 */
export function nextStep(steps: readonly WallStep[], key: string | undefined): WallStep | undefined {
  const after = (index: number): WallStep | undefined => steps[(index + 1) % steps.length]
  const index = key === undefined ? -1 : steps.findIndex((step) => step.key === key)
  if (key === undefined || index >= 0) return after(index)
  const { scene, region } = placeOf(key)
  const further = region === '' ? undefined : steps.find((step) => step.scene === scene && (step.region ?? '') > region)
  return further ?? after(steps.findLastIndex((step) => step.scene === scene))
}
