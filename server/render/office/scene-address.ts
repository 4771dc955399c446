import type { SceneAnswer } from '#contract/endpoints.ts'

/** What is looked at, as the address of a page carries it. Absent means the default. */
export interface AddressedView {
  readonly scene: string
  readonly region?: string | undefined
  readonly root?: string | undefined
  readonly metric?: string | undefined
  readonly period?: string | undefined
  readonly release: number
}

/** In the order in which the page writes them. */
const KEYS = ['scene', 'root', 'region', 'metric', 'period', 'release'] as const satisfies readonly (keyof AddressedView)[]

/** Where what is looked at is seen on the screen, `base` being where the pages begin: `https://…/?scene=huigui&region=330824&release=12`. */
export function sceneAddress(base: string, view: AddressedView): string {
  const query = new URLSearchParams()
  for (const key of KEYS) if (view[key] !== undefined) query.set(key, String(view[key]))
  return `${base}?${query}`
}

/** Of a scene that was asked for, its region and root only where they are not the defaults. */
export const regionsAsked = ({ region, root, top = root }: Pick<SceneAnswer, 'region' | 'root' | 'top'>): Pick<AddressedView, 'region' | 'root'> => ({
  ...(region === root ? {} : { region }),
  ...(root === top ? {} : { root })
})
