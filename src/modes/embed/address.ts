import { parseView, type View } from '#view/codec.ts'

/** What an address asks for. */
export interface Wanted {
  readonly scene: string
  /** Absent: the whole scene. */
  readonly panel?: string
  readonly view: View
}

const PATH = /^\/embed\/(?:panel\/([a-z][a-z0-9-]{0,39})\/([a-z][a-z0-9-]{0,39})|scene\/([a-z][a-z0-9-]{0,39}))\/?$/

/** On another page's ground the light theme is the one that fits. */
const THEME = 'paper'

/** `/embed/panel/huigui/river`, `/embed/scene/huigui`; undefined for any other address. A bad parameter is left out. */
export function parseEmbed(pathname: string, search: string): Wanted | undefined {
  const [, ofPanel, panel, alone] = PATH.exec(pathname) ?? []
  const scene = ofPanel ?? alone
  if (scene === undefined) return undefined
  const { scene: _scene, compare: _compare, ...view } = parseView(search)
  return { scene, ...(panel === undefined ? {} : { panel }), view: { ...view, theme: view.theme ?? THEME } }
}

/** What a fragment brings: a ticket, or that one comes by message. */
export type Brought = { readonly ticket: string } | 'wait' | undefined

/** `#token=…`, or `#ticket=…`; a fragment reaches no server and no Referer. */
export function ticketIn(hash: string): Brought {
  const fragment = new URLSearchParams(hash.replace(/^#/, ''))
  const token = fragment.get('token') ?? fragment.get('ticket') ?? ''
  return token === '' ? undefined : token === 'wait' ? 'wait' : { ticket: token }
}

/** Takes the ticket out of the address, so that it is in no history, bookmark or copied link. What says `wait` stays: it is no secret, and a reload waits again. */
export function takeTicket(): Brought {
  const brought = ticketIn(location.hash)
  if (typeof brought === 'object') history.replaceState(history.state, '', `${location.pathname}${location.search}`)
  return brought
}
