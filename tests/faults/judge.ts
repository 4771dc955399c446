import type { Label } from './fault.ts'
import { contentOf, tellingValue, type Seen } from './look.ts'
import type { Pace } from './limits.ts'

export type Phase = 'boot' | 'steady' | 'rotation'

/** All that was seen of one fault, in monotonic milliseconds. */
export interface Course {
  readonly phase: Phase
  readonly label: Label
  /** How every scene looked while all was well. */
  readonly good: ReadonlyMap<string, string>
  /** From just before the fault (at boot: from the opening of the page) to the end. */
  readonly seen: readonly Seen[]
  readonly begun: number
  readonly healed: number
  /** When the screen was right again; absent: never. */
  readonly recovered?: number
  /** Page errors, crashes and departures to another page. */
  readonly mishaps: readonly string[]
  /** Scenes must go on changing. */
  readonly rotating: boolean
}

export interface Verdict {
  readonly labelled?: number
  readonly recovered?: number
  readonly findings: readonly string[]
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1_000).toFixed(1)} s`
const isLabelled = ({ connection }: Seen): boolean => connection !== null && connection !== 'live'

/** Whether a scene stands as it did while all was well. */
const isWhole = (good: Course['good'], look: Seen): boolean => look.scene !== null && look.broken.length === 0 && good.get(look.scene) === contentOf(look)

/** From the first whole screen on: before it, at boot, there is nothing to lose. */
const fromWhole = ({ seen, good }: Course): readonly Seen[] => {
  const first = seen.findIndex((look) => isWhole(good, look))
  return first === -1 ? [] : seen.slice(first)
}

function lossOf(good: Course['good'], look: Seen): string {
  if (look.figures.length === 0) return `blank: no figure on the screen (scene ${look.scene ?? 'none'})`
  if (look.broken.length > 0) return `panels without figures in ${look.scene ?? 'none'}: ${look.broken.join(' ')}`
  const before = new Set(good.get(look.scene ?? '')?.split('\n'))
  const other = contentOf(look)
    .split('\n')
    .filter((line) => !before.has(line))
  return `other figures in ${look.scene ?? 'none'}: ${other.slice(0, 3).join(', ') || 'fewer than before'}`
}

const losses = (course: Course): string[] => [
  ...new Set(
    fromWhole(course)
      .filter((look) => !isWhole(course.good, look))
      .map((look) => `${lossOf(course.good, look)} ${seconds(look.at - course.begun)} after the fault began`)
  )
]

function lastLoss({ seen, good }: Course): string {
  const look = seen.at(-1)
  return look === undefined ? ': nothing was seen' : `: ${lossOf(good, look)}`
}

function older(seen: readonly Seen[]): string[] {
  const values = seen.map(tellingValue).filter((value) => value !== undefined)
  return values.flatMap((value, index) => {
    const before = Math.max(0, ...values.slice(0, index))
    return value < before ? [`an older release: ${value} after ${before}`] : []
  })
}

/** What the label says at an instant: the last look before it. */
const lookAt = (seen: readonly Seen[], at: number): Seen | undefined => seen.findLast((look) => look.at <= at)

function unlabelled({ label, seen, begun, healed, phase }: Course, labelled: number | undefined, pace: Pace): string[] {
  if (label === 'may') return []
  // At boot what was stored is labelled until the server has confirmed it.
  if (label === 'none') {
    const from = phase === 'boot' ? Math.min(begun + pace.boot, seen.find(({ connection }) => connection === 'live')?.at ?? Infinity) : begun
    const wrong = [lookAt(seen, from), ...seen.filter(({ at }) => at > from && at <= healed)].find((look) => look !== undefined && isLabelled(look))
    return wrong === undefined ? [] : [`labelled ${wrong.connection ?? ''} ${seconds(wrong.at - begun)} after the fault began, though nothing is wrong`]
  }
  const limit = (label === 'soon' ? pace.soon : pace.label) + (phase === 'boot' ? pace.boot : 0)
  if (labelled === undefined || labelled > limit)
    return [`no label within ${seconds(limit)}${labelled === undefined ? '' : `, but after ${seconds(labelled)}`}`]
  return lookAt(seen, healed)?.connection === 'live' ? ['the label went while the fault lasted'] : []
}

function stopped({ rotating, seen, begun, healed }: Course): string[] {
  const scenes = seen.filter(({ at }) => at > begun && at <= healed).map(({ scene }) => scene)
  const changes = scenes.filter((scene, index) => index > 0 && scene !== scenes[index - 1]).length
  return rotating && changes === 0 ? [`no change of scene in ${seconds(healed - begun)}`] : []
}

const documentsIn = (seen: readonly Seen[]): number => new Set(seen.map(({ document }) => document)).size

/** Judges by the record alone, so that a record that is wrong can be judged too. */
export function judge(course: Course, pace: Pace): Verdict {
  const { seen, begun, healed, recovered } = course
  const first = seen.find((look) => look.at >= begun && look.at <= healed && isLabelled(look))?.at
  const labelled = first === undefined ? undefined : first - begun
  const whole = fromWhole(course)[0]
  const slow = whole === undefined || (course.phase === 'boot' && whole.at - begun > pace.boot)
  return {
    labelled,
    recovered: recovered === undefined ? undefined : recovered - healed,
    findings: [
      ...course.mishaps,
      ...(slow ? [`no last good data within ${seconds(pace.boot)}${whole === undefined ? lastLoss(course) : `, but after ${seconds(whole.at - begun)}`}`] : []),
      ...losses(course),
      ...older(seen),
      ...unlabelled(course, labelled, pace),
      ...stopped(course),
      ...(documentsIn(seen) > 1 ? [`the page was loaded ${documentsIn(seen)} times`] : []),
      ...(recovered === undefined ? [`not well again within ${seconds(pace.recover)}: ${seen.at(-1)?.connection ?? 'no label'}`] : [])
    ]
  }
}
