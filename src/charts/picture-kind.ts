import type * as z from 'zod/mini'
import type { SceneAnswer } from '#contract/endpoints.ts'
import type { FeatureCollection, MapTerms } from '#contract/pack.ts'
import type { Panel } from '#contract/scene.ts'
import { widerScope } from '#format/wider-scope.ts'
import { inWords } from './in-words.ts'
import { isEmpty, observationsOf, periodFor, type PanelData } from './panel-data.ts'
import type { PanelTable } from './panel-table.ts'
import type { Block, Picture, Room } from './picture.ts'
import { sharedScope } from './shared-scope.ts'

/** All that a picture of a panel is made from. */
export interface PictureInput {
  readonly panel: Panel
  readonly answer: SceneAnswer
  readonly map: z.infer<typeof MapTerms>
  readonly boundaries?: FeatureCollection | undefined
  readonly metric?: string | undefined
  readonly period?: string | undefined
}

/** A panel's picture before anybody knows how wide it is, and what it says in words. */
export interface MadePicture {
  readonly summary: string
  readonly table: PanelTable
  /** 全市, where all it shows is for a wider area than the region that is looked at, which then no figure says by itself. */
  readonly scope: string | null
  readonly blocks: (room: Room) => readonly Block[]
}

/** Null where there is nothing to draw. */
export type PictureKind = (input: PictureInput) => MadePicture | null

interface Definition<Options, Model> {
  readonly options: z.ZodMiniType<Options>
  readonly model: (data: PanelData<Options>) => Model | null
  readonly summary: (model: Model) => string
  readonly table: (model: Model) => PanelTable
  readonly picture: Picture<Model, Options>
  /** It has something to show even when none of its needs is met. */
  readonly drawsWithoutData?: boolean
}

/** Binds what a kind is made of, so that all kinds stand in one table. */
export function pictureKind<Options, Model>({ drawsWithoutData = false, ...kind }: Definition<Options, Model>): PictureKind {
  return ({ panel, answer, boundaries, metric, period, map }) => {
    if (!drawsWithoutData && isEmpty({ panel, answer })) return null
    const options = kind.options.parse(panel.options ?? {})
    const data = { panel, options, answer, ...given({ boundaries, metric, period: periodFor({ panel, answer }, period) }) }
    const model = kind.model(data)
    if (model === null) return null
    const observations = observationsOf({ panel, answer })
    const said = sharedScope(observations, answer)
    const scene = { panel, options, answer, map, ...given({ boundaries }), scopeOf: said === null ? widerScope.bind(null, answer) : () => null }
    const blocks = (room: Room): readonly Block[] => kind.picture(model, room, scene)
    return { summary: inWords(kind.summary(model), observations), table: kind.table(model), scope: said, blocks }
  }
}

type Present<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> }

/** Without what is undefined. */
const given = <T extends object>(values: T): Present<T> => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Present<T>
