import * as z from 'zod/mini'
import { RegionCode, IndicatorId } from '#contract/observation.ts'
import { isPeriodPoint } from '#contract/period.ts'
import { SceneId } from '#contract/scene.ts'

/** What an embed's address says beside its scene and panel, in the order in which it is written. A bad value counts as absent. */
const PARAMETERS = {
  theme: z.enum(['ink', 'hong', 'paper']),
  region: RegionCode,
  root: RegionCode,
  metric: IndicatorId,
  period: z.string().check(z.refine(isPeriodPoint)),
  release: z.string().check(z.regex(/^[1-9]\d{0,8}$/))
} as const

type Parameter = keyof typeof PARAMETERS

export interface EmbedView extends Partial<Readonly<Record<Parameter, string>>> {
  readonly scene: string
  /** Absent: the whole scene. */
  readonly panel?: string
}

const PATH = /^\/embed\/(?:scene\/([^/]+)|panel\/([^/]+)\/([^/]+))$/

const known = (name: string): name is Parameter => Object.hasOwn(PARAMETERS, name)

function parametersOf(query: URLSearchParams): Partial<Record<Parameter, string>> {
  const names = Object.keys(PARAMETERS).filter(known)
  return Object.fromEntries(
    names.flatMap((name) => {
      const { success, data } = PARAMETERS[name].safeParse(query.get(name))
      return success ? [[name, data]] : []
    })
  )
}

/** Reads the address of an embed; undefined for another page's, or where scene or panel is no id. */
export function embedViewOf({ pathname, searchParams }: URL): EmbedView | undefined {
  const [, whole, ofPanel, panel] = PATH.exec(pathname) ?? []
  const scene = whole ?? ofPanel
  if (!SceneId.safeParse(scene).success || scene === undefined) return undefined
  if (panel !== undefined && !SceneId.safeParse(panel).success) return undefined
  return { ...parametersOf(searchParams), scene, ...(panel === undefined ? {} : { panel }) }
}

/** The address of an embed, without anything that is none of its parameters. */
export function embedPathOf({ scene, panel, ...parameters }: EmbedView): string {
  const path = panel === undefined ? `/embed/scene/${scene}` : `/embed/panel/${scene}/${panel}`
  const query = new URLSearchParams(Object.entries(parameters)).toString()
  return query === '' ? path : `${path}?${query}`
}
