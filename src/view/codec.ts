import { isThemeId, type ThemeId } from '#tokens/themes.ts'

/** The whole state of a view, as its address carries it. Absent means the default. */
export interface View {
  readonly scene?: string
  readonly region?: string
  readonly metric?: string
  readonly period?: string
  readonly release?: number
  readonly theme?: ThemeId
}

const matching = (text: string | null, pattern: RegExp): string | undefined => (text !== null && pattern.test(text) ? text : undefined)

/** A bad parameter degrades to its default: it is left out. */
export function parseView(search: string): View {
  const query = new URLSearchParams(search)
  const release = matching(query.get('release'), /^[1-9]\d{0,8}$/)
  const theme = query.get('theme') ?? ''
  return dropAbsent({
    scene: matching(query.get('scene'), /^[a-z][a-z0-9-]{0,39}$/),
    region: matching(query.get('region'), /^\d{6}$/),
    metric: matching(query.get('metric'), /^[A-Za-z][\w.-]{0,63}$/),
    period: matching(query.get('period'), /^\d{4}(-(0[1-9]|1[0-2]))?$/),
    release: release === undefined ? undefined : Number(release),
    theme: isThemeId(theme) ? theme : undefined
  })
}

const dropAbsent = (view: View): View => Object.fromEntries(Object.entries(view).filter(([, value]) => value !== undefined))

/** The inverse of `parseView`: `?scene=zonglan&region=330881`, or an empty string for the default view. */
export function formatView(view: View): string {
  const query = new URLSearchParams()
  for (const key of ['scene', 'region', 'metric', 'period', 'release', 'theme'] as const) {
    const value = view[key]
    if (value !== undefined) query.set(key, String(value))
  }
  const text = query.toString()
  return text === '' ? '' : `?${text}`
}
