import { isThemeId, type ThemeId } from '#tokens/themes.ts'

/** The whole state of a view, as its address carries it. Absent means the default. */
export interface View {
  readonly scene?: string
  /** The region whose parts are shown, where it is not the pack's root. */
  readonly root?: string
  readonly region?: string
  readonly metric?: string
  readonly period?: string
  readonly release?: number
  readonly theme?: ThemeId
  /** The regions that are compared: two or three. */
  readonly compare?: readonly string[]
}

/** The names of the parameters, in the order in which they are written. */
export const VIEW_KEYS = ['scene', 'root', 'region', 'metric', 'period', 'release', 'theme', 'compare'] as const satisfies readonly (keyof View)[]

/** A change of the view. `replace` makes no entry of the history: for what moves while a finger does. */
export type SetView = (change: Partial<View>, how?: 'replace') => void

const matching = (text: string | null, pattern: RegExp): string | undefined => (text !== null && pattern.test(text) ? text : undefined)

/** `330824,330825`: each once. */
function comparedIn(text: string | null): readonly string[] | undefined {
  const codes = matching(text, /^\d{6}(,\d{6}){1,2}$/)?.split(',')
  return codes !== undefined && new Set(codes).size === codes.length ? codes : undefined
}

/** A bad parameter degrades to its default: it is left out. */
export function parseView(search: string): View {
  const query = new URLSearchParams(search)
  const release = matching(query.get('release'), /^[1-9]\d{0,8}$/)
  const theme = query.get('theme') ?? ''
  return dropAbsent({
    scene: matching(query.get('scene'), /^[a-z][a-z0-9-]{0,39}$/),
    root: matching(query.get('root'), /^\d{6}$/),
    region: matching(query.get('region'), /^\d{6}$/),
    metric: matching(query.get('metric'), /^[A-Za-z][\w.-]{0,63}$/),
    period: matching(query.get('period'), /^\d{4}(-(0[1-9]|1[0-2]))?$/),
    release: release === undefined ? undefined : Number(release),
    theme: isThemeId(theme) ? theme : undefined,
    compare: comparedIn(query.get('compare'))
  })
}

const dropAbsent = (view: View): View => Object.fromEntries(Object.entries(view).filter(([, value]) => value !== undefined))

/** The inverse of `parseView`: `?scene=zonglan&region=330881`, or an empty string for the default view. */
export function formatView(view: View): string {
  const query = new URLSearchParams()
  for (const key of VIEW_KEYS) {
    const value = view[key]
    if (value !== undefined) query.set(key, String(value))
  }
  // A comma needs no escape in a query, and reads better.
  const text = query.toString().replaceAll('%2C', ',')
  return text === '' ? '' : `?${text}`
}
