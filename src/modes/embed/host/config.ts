/** What a host page may ask for. Whatever else is in it is left out. */
export interface EmbedConfig {
  /** `huigui/river`: scene and panel; or `scene`. */
  readonly panel?: string
  readonly scene?: string
  readonly theme?: 'ink' | 'hong' | 'paper'
  readonly region?: string
  readonly root?: string
  readonly metric?: string
  readonly period?: string
  /** The figures stay those of this release. */
  readonly release?: number
  /** Of the frame, for who cannot see it. */
  readonly title?: string
  /** CSS px. */
  readonly minHeight?: number
  readonly maxHeight?: number
  /** A ticket, where the server asks for one; `refresh` fetches another before it ends. */
  readonly token?: string
  readonly refresh?: () => Promise<string>
  readonly onHeight?: (height: number) => void
  readonly onState?: (state: { readonly state: string; readonly title: string; readonly release: number }) => void
}

const PARAMETERS = ['theme', 'region', 'root', 'metric', 'period', 'release'] as const

/** What could be a value at all; which ones there are the page knows, and takes its defaults for others. */
const VALUE = /^[\w.-]{1,64}$/
const NAME = '[a-z][a-z0-9-]{0,39}'

function pathOf({ panel, scene }: EmbedConfig): string | undefined {
  const [kind, name, form] = panel === undefined ? ['scene', scene, NAME] : ['panel', panel, `${NAME}/${NAME}`]
  return typeof name === 'string' && new RegExp(`^${form}$`).test(name) ? `/embed/${kind}/${name}` : undefined
}

/** The address of the frame; undefined where neither a panel nor a scene is named. */
export function frameAddress(config: EmbedConfig, origin: string): string | undefined {
  const path = pathOf(config)
  if (path === undefined) return undefined
  const url = new URL(path, origin)
  for (const key of PARAMETERS) {
    const text = String(config[key] ?? '')
    if (VALUE.test(text)) url.searchParams.set(key, text)
  }
  // Nothing is asked for before the token is there: it travels in a message, never in an address.
  if ((config.token ?? config.refresh) !== undefined) url.hash = 'token=wait'
  return url.href
}

const px = (value: unknown, otherwise: number): number => (Number(value) > 0 ? Math.round(Number(value)) : otherwise)

/** Between these the frame is as high as what it shows. */
export const heightsOf = ({ minHeight, maxHeight }: EmbedConfig): readonly [number, number] => [px(minHeight, 120), px(maxHeight, Infinity)]
