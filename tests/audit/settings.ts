import { parseArgs } from 'node:util'
import { isThemeId, THEME_IDS, type ThemeId } from '#tokens/themes.ts'
import { SIZES, WALL_SIZES } from './pages.ts'
import type { Size } from './space.ts'

export interface Settings {
  /** Absent: every scene that the API lists. */
  readonly scenes: readonly string[] | undefined
  readonly sizes: readonly Size[]
  readonly themes: readonly ThemeId[]
  /** A folder for a picture of each page. */
  readonly out: string | undefined
  /** A running page to look at instead of one that is built and started. */
  readonly url: string | undefined
  readonly mock: string | undefined
  /** The unattended wall in place of the page that one opens by hand. */
  readonly wall: boolean
  /** As it is without a network, after it has painted. */
  readonly offline: boolean
}

const list = (text: string): string[] => text.split(',').filter((part) => part !== '')

function sizeOf(text: string): Size {
  const { width, height } = /^(?<width>[1-9]\d{2,4})x(?<height>[1-9]\d{2,4})$/.exec(text)?.groups ?? {}
  if (width === undefined || height === undefined) throw new Error(`--sizes: ${text} is no size, such as 1920x1080`)
  return { width: Number(width), height: Number(height) }
}

function themeOf(text: string): ThemeId {
  if (!isThemeId(text)) throw new Error(`--themes: ${text} is none of ${THEME_IDS.join(', ')}`)
  return text
}

const text = { type: 'string' } as const

/** `--scenes a,b --sizes 1920x1080 --themes ink --out DIR --url URL --mock NAME --wall --offline`, all of them optional. */
export function settingsOf(words: readonly string[]): Settings {
  const { values } = parseArgs({
    args: [...words],
    options: { scenes: text, sizes: text, themes: text, out: text, url: text, mock: text, wall: { type: 'boolean' }, offline: { type: 'boolean' } }
  })
  return {
    scenes: values.scenes === undefined ? undefined : list(values.scenes),
    sizes: values.sizes === undefined ? (values.wall === true ? WALL_SIZES : SIZES) : list(values.sizes).map(sizeOf),
    themes: values.themes === undefined ? THEME_IDS : list(values.themes).map(themeOf),
    out: values.out,
    url: values.url,
    mock: values.mock,
    wall: values.wall === true,
    offline: values.offline === true
  }
}
