import type { RemoteShown } from '#contract/remote.ts'
import { serverNow } from '#format/clock.ts'
import type { Playing, Step } from '#modes/wall/player.ts'
import type { ThemeId } from '#tokens/themes.ts'
import { nextStep } from '#view/wall-programme.ts'
import type { Steered } from './steering.ts'

const FIGURES = 120

/** Those of the shown scene, each once, in the order of the page. */
const figuresShown = (): string[] => [
  ...new Set([...document.querySelectorAll<HTMLElement>('[data-stage="shown"] [data-figure]')].flatMap(({ dataset }) => dataset.figure ?? []))
]

const placeOf = ({ scene, region }: Step): { readonly scene: string; readonly region?: string } => ({ scene, ...(region === undefined ? {} : { region }) })

interface ShownInput {
  readonly steered: Steered
  readonly playing: Playing
  readonly round: readonly Step[]
  readonly theme: ThemeId
}

/** What the tablet is told of its wall. */
export function shownNow({ steered: { seq, loop, cover, figure }, playing: { shown, next, held, since }, round, theme }: ShownInput): RemoteShown {
  const { step, run } = shown
  const following = next?.step ?? nextStep(loop ?? round, step.key)
  return {
    seq,
    ...placeOf(step),
    ...(step.metric === undefined ? {} : { metric: step.metric }),
    theme,
    width: Math.round(window.innerWidth),
    height: Math.round(window.innerHeight),
    held,
    loop: loop !== null,
    cover,
    figure: figure?.run === run ? figure.key : null,
    figures: figuresShown().slice(0, FIGURES),
    next: following === undefined ? null : placeOf(following),
    endsAt: Math.max(0, Math.round(serverNow() + since + step.seconds * 1_000 - performance.now())),
    seconds: step.seconds
  }
}
