/**
 * What a host page and an embed say to each other by postMessage. Both sides check who speaks (window and origin) before they
 * look at what is said, and take nothing that is not exactly of one of these forms. Written by hand: it is a part of the
 * host's small script.
 */
export type EmbedState = 'loading' | 'live' | 'stale' | 'offline' | 'error' | 'empty' | 'denied'

/** From the host page. */
export type HostMessage = { readonly tongxin: 1; readonly type: 'hello' } | { readonly tongxin: 1; readonly type: 'token'; readonly token: string }

/** From the embed. */
export type FrameMessage =
  | { readonly tongxin: 1; readonly type: 'height'; readonly height: number }
  | { readonly tongxin: 1; readonly type: 'state'; readonly state: EmbedState; readonly title: string; readonly release: number }
  | { readonly tongxin: 1; readonly type: 'token-wanted' }

const STATES = new Set<unknown>(['loading', 'live', 'stale', 'offline', 'error', 'empty', 'denied'])

/** CSS px. */
const HIGHEST = 20_000
const LONGEST = { title: 200, token: 4_096 }

const isText = (value: unknown, longest: number): boolean => typeof value === 'string' && value.length <= longest
const isCount = (value: unknown, most: number): boolean => typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most

type Rules = Readonly<Record<string, Readonly<Record<string, (value: unknown) => boolean>>>>

const FROM_HOST: Rules = {
  hello: {},
  token: { token: (value) => isText(value, LONGEST.token) && value !== '' }
}

const FROM_FRAME: Rules = {
  height: { height: (value) => isCount(value, HIGHEST) },
  state: { state: (value) => STATES.has(value), title: (value) => isText(value, LONGEST.title), release: (value) => isCount(value, 1e9) },
  'token-wanted': {}
}

/** Exactly the fields of one of the forms, each of its kind. */
function fits(data: unknown, forms: Rules): boolean {
  const { tongxin, type, ...rest } = Object(data) as Readonly<Record<string, unknown>>
  const rules = typeof type === 'string' && Object.hasOwn(forms, type) && forms[type]
  return tongxin === 1 && !!rules && Object.keys({ ...rest, ...rules }).every((key) => key in rest && Object.hasOwn(rules, key) && rules[key]?.(rest[key]))
}

export const isHostMessage = (data: unknown): data is HostMessage => fits(data, FROM_HOST)
export const isFrameMessage = (data: unknown): data is FrameMessage => fits(data, FROM_FRAME)
