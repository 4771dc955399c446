import type { WallStop, WallWaits } from '#contract/wall.ts'
import { isThemeId, type ThemeId } from '#tokens/themes.ts'

/** A scene held until a time of the day on which the wall was opened, or until a date and time. */
export interface UrlPin {
  readonly scene: string
  readonly until: { readonly time: string } | { readonly local: string }
}

/** What the address of a wall says. Absent means that the pack decides. */
export interface WallView {
  readonly play?: readonly WallStop[]
  readonly name?: string
  readonly theme?: ThemeId
  readonly pin?: UrlPin
  /** Seconds. */
  readonly waits?: WallWaits
}

const STOP = /^([a-z][a-z0-9-]{0,39})(?::([1-9]\d{0,3}))?(:counties)?$/
const PIN = /^([a-z][a-z0-9-]{0,39})@(?:(\d{4}-\d{2}-\d{2})T)?((?:[01]\d|2[0-3]):[0-5]\d)$/
const WAIT = /^([A-Za-z]+):(\d{1,4}(?:\.\d{1,3})?)$/
const WAITS: readonly (keyof WallWaits)[] = ['request', 'poll', 'silence', 'reconnectFirst', 'reconnectLongest', 'report', 'remote']
const LONGEST = 3600
const LONGEST_NAME = 40

function parseStop(text: string): WallStop[] {
  const [, scene, seconds, counties] = STOP.exec(text) ?? []
  if (scene === undefined || Number(seconds ?? 0) > LONGEST) return []
  return [{ scene, ...(seconds === undefined ? {} : { seconds: Number(seconds) }), ...(counties === undefined ? {} : { counties: true }) }]
}

/** One bad entry does not take the others with it. */
function parsePlay(text: string): WallStop[] | undefined {
  const stops = text.split(',').flatMap(parseStop)
  return stops.length === 0 ? undefined : stops
}

/** The day must exist: 2023-02-29 would become the first of March. */
const isDate = (date: string): boolean => {
  const instant = Date.parse(`${date}T00:00:00Z`)
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(date)
}

function parsePin(text: string): UrlPin | undefined {
  const [, scene, date, time] = PIN.exec(text) ?? []
  if (scene === undefined || time === undefined) return undefined
  if (date === undefined) return { scene, until: { time } }
  return isDate(date) ? { scene, until: { local: `${date}T${time}` } } : undefined
}

function parseWait(text: string): [string, number][] {
  const [, name = '', digits = ''] = WAIT.exec(text) ?? []
  const seconds = Number(digits)
  return WAITS.some((known) => known === name) && seconds >= 0.05 && seconds <= LONGEST ? [[name, seconds]] : []
}

function parseWaits(text: string): WallWaits | undefined {
  const waits = text.split(',').flatMap(parseWait)
  return waits.length === 0 ? undefined : Object.fromEntries(waits)
}

/** Nothing that is not seen, turns the writing round or breaks the line; as long as reports take it, and no half characters. */
function parseName(text: string): string | undefined {
  const seen = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '').trim()
  const name = seen
    .slice(0, LONGEST_NAME)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trim()
  return name === '' ? undefined : name
}

const dropAbsent = (view: WallView): WallView => Object.fromEntries(Object.entries(view).filter(([, value]) => value !== undefined))

/**
 * `?play=zonglan:20,shitang:60:counties&name=指挥中心&theme=ink&pin=minzu@18:00&waits=poll:2`; seconds and `counties` may be
 * left out. A bad parameter degrades to its default: it is left out.
 */
export function parseWallView(search: string): WallView {
  const query = new URLSearchParams(search)
  const theme = query.get('theme') ?? ''
  return dropAbsent({
    play: parsePlay(query.get('play') ?? ''),
    name: parseName(query.get('name') ?? ''),
    theme: isThemeId(theme) ? theme : undefined,
    pin: parsePin(query.get('pin') ?? ''),
    waits: parseWaits(query.get('waits') ?? '')
  })
}

const stopText = ({ scene, seconds, counties = false }: WallStop): string =>
  `${scene}${seconds === undefined ? '' : `:${seconds}`}${counties ? ':counties' : ''}`

const pinText = ({ scene, until }: UrlPin): string => `${scene}@${'time' in until ? until.time : until.local}`

const waitsText = (waits: WallWaits): string => WAITS.flatMap((name) => (waits[name] === undefined ? [] : [`${name}:${waits[name]}`])).join(',')

/** Colons, commas and at signs stay readable: an address is typed by hand into a start script. */
const encoded = (text: string): string => encodeURIComponent(text).replace(/%3A/g, ':').replace(/%2C/g, ',').replace(/%40/g, '@')

/** The inverse of `parseWallView`, or an empty string where the pack decides everything. An address has no place for a stop's metric. */
export function formatWallView({ play = [], name = '', theme, pin, waits = {} }: WallView): string {
  const values = { play: play.map(stopText).join(','), name, theme: theme ?? '', pin: pin === undefined ? '' : pinText(pin), waits: waitsText(waits) }
  const pairs = Object.entries(values).flatMap(([key, value]) => (value === '' ? [] : [`${key}=${encoded(value)}`]))
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`
}
