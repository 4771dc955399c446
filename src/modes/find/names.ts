import type { PackAnswer, SceneAnswer } from '#contract/endpoints.ts'
import type { Indicator } from '#contract/indicator.ts'
import type { Observation } from '#contract/observation.ts'
import { comparePeriods } from '#contract/period.ts'
import type { Region } from '#contract/region.ts'
import { pathTo } from '#contract/region-tree.ts'
import type { Panel } from '#contract/scene.ts'
import { childrenOf, observationsFor } from '#contract/snapshot.ts'
import { visiblePanels } from '#scenes/visible-panels.ts'
import type { Form } from '#view/form.ts'

/** Where something is shown. */
export interface Place {
  readonly scene: string
  readonly title: string
  /** Absent where the scene as a whole is meant, or has not been read yet. */
  readonly panel?: string
}

export interface NamedFigure {
  readonly observation: Observation
  readonly indicator: Indicator
  readonly answer: SceneAnswer
}

export type Kind = 'scene' | 'region' | 'programme' | 'indicator'

/** Something that can be looked for. */
export interface Name {
  readonly kind: Kind
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
  /** Best first. A region has none: it is shown in the scene at hand. */
  readonly places: readonly Place[]
  /** Of a region whose parent is not the pack's root: that parent, whose parts are shown with it. */
  readonly root?: string
  /** What is published of an indicator. */
  readonly figure?: NamedFigure
}

const aliasesOf = (name: string, others: readonly (string | undefined)[]): string[] =>
  [...new Set(others.filter((other) => other !== undefined && other !== name))].filter((other) => other !== undefined)

const sceneNames = ({ info, scenes }: PackAnswer): Name[] =>
  scenes.map(({ id, title, shortTitle }) => ({
    kind: 'scene',
    id,
    name: title,
    aliases: aliasesOf(title, [shortTitle, info.themes.find((theme) => theme.id === id)?.name]),
    places: [{ scene: id, title }]
  }))

/** The parts of the root, the root, then what is further down: what a scene can be about. */
function regionNames({ regions = [], root = '' }: Partial<SceneAnswer>): Name[] {
  const own = regions.filter(({ code }) => code === root)
  const parts = childrenOf(regions, root)
  const deeper = regions.filter(({ code, parent }) => code !== root && parent !== root && pathTo(regions, code, root).length > 0)
  const nameOf = ({ code, name }: Region): Name => ({ kind: 'region', id: code, name, aliases: [], places: [] })
  return [...[...parts, ...own].map(nameOf), ...deeper.map((region) => ({ ...nameOf(region), root: region.parent ?? undefined }))]
}

function programmeNames({ info, scenes }: PackAnswer, shown: readonly Shown[]): Name[] {
  return info.programmes.flatMap(({ theme, name }): Name[] => {
    const scene = scenes.find(({ id }) => id === theme)
    if (scene === undefined) return []
    const panel = shown.find(({ answer }) => answer.scene.id === theme)?.panels.find(({ kind }) => kind === 'programme-list')?.id
    return [{ kind: 'programme', id: `${theme}/${name}`, name, aliases: [], places: [{ scene: theme, title: scene.title, panel }] }]
  })
}

/** A scene and what of it the screen has room for. */
interface Shown {
  readonly answer: SceneAnswer
  readonly panels: readonly Panel[]
}

interface Showing {
  readonly panel: string
  /** The figure of the whole area itself, and not its parts or its course. */
  readonly whole: boolean
}

/** The panel of a scene that shows an indicator best; undefined where none has a figure of it. */
function showingIn({ answer, panels }: Shown, id: string): Showing | undefined {
  const all = panels.flatMap((panel) =>
    panel.needs
      .filter((need) => need.indicator === id && observationsFor(answer, need).some(({ obsValue }) => obsValue !== null))
      .map((need): Showing => ({ panel: panel.id, whole: need.area !== 'children' && need.by === undefined && need.freq === '_Z' }))
  )
  return all.find(({ whole }) => whole) ?? all[0]
}

/** The scene of a score's own theme goes into what it is made of. */
const isPartIn = ({ answer }: Shown, { id, theme }: Indicator): boolean =>
  answer.scene.id === theme && answer.observations.some((o) => o.indicator === id && o.obsValue !== null)

/** Its own theme's scene first, then in the order of the pack. */
function placesOf(indicator: Indicator, shown: readonly Shown[]): Place[] {
  const places = shown.flatMap((scene): Place[] => {
    const panel = showingIn(scene, indicator.id)?.panel
    const { id, title } = scene.answer.scene
    return panel === undefined && !isPartIn(scene, indicator) ? [] : [{ scene: id, title, panel }]
  })
  return places.toSorted((a, b) => Number(b.scene === indicator.theme) - Number(a.scene === indicator.theme))
}

/** The one figure that the indicator's name stands for: published, undivided, the newest; none where several areas have one each. */
function figureOf(indicator: Indicator, answers: readonly SceneAnswer[]): NamedFigure | undefined {
  const all = answers.flatMap((answer) =>
    answer.observations
      .filter((o) => o.indicator === indicator.id && o.origin !== 'demo' && o.obsValue !== null && o.breakdown === undefined && o.freq === '_Z')
      .map((observation) => ({ observation, indicator, answer }))
  )
  const ofRoot = all.filter(({ observation, answer }) => observation.refArea === answer.root)
  const own = ofRoot.length > 0 ? ofRoot : all
  if (indicator.valueList !== undefined || new Set(own.map(({ observation }) => `${observation.refArea} ${observation.scope}`)).size !== 1) return undefined
  return own.toSorted((a, b) => comparePeriods(b.observation.timePeriod, a.observation.timePeriod))[0]
}

function indicatorNames(shown: readonly Shown[]): Name[] {
  const answers = shown.map(({ answer }) => answer)
  const known = new Map(answers.flatMap(({ indicators }) => indicators).map((indicator) => [indicator.id, indicator]))
  return [...known.values()].flatMap((indicator): Name[] => {
    const places = placesOf(indicator, shown)
    if (places.length === 0) return []
    const { id, name, shortName } = indicator
    return [{ kind: 'indicator', id, name, aliases: aliasesOf(name, [shortName]), places, figure: figureOf(indicator, answers) }]
  })
}

/**
 * All that can be looked for, from what the pages themselves are made of: an indicator only where a panel on this screen has
 * a figure of it, so that what is hidden (ranks, demo figures) cannot be found either.
 */
export function namesOf(pack: PackAnswer, answers: readonly SceneAnswer[], form: Form): readonly Name[] {
  const shown = answers.map((answer) => ({ answer, panels: visiblePanels(answer, form) }))
  return [...sceneNames(pack), ...regionNames(answers[0] ?? {}), ...programmeNames(pack, shown), ...indicatorNames(shown)]
}
