import { formatView, parseView, type View } from '#view/codec.ts'
import { isPageSize, type PageSizeId } from './page-size.ts'

/** What the address of a briefing asks for. */
export interface BriefAsk {
  /** Ids as they were given; which of them there are is the pack's. */
  readonly scenes: readonly string[]
  readonly size: PageSizeId
  readonly view: View
}

const ID = /^[a-z][a-z0-9-]{0,39}$/

const idsIn = (pathname: string, query: URLSearchParams): readonly string[] => {
  const [, , own = ''] = pathname.split('/')
  const listed = own === '' ? (query.get('scenes') ?? '').split(',') : [own]
  return [...new Set(listed.filter((id) => ID.test(id)))]
}

/** `/brief/huigui?region=330881`, `/brief?scenes=zonglan,huigui&size=16x9`: a bad parameter degrades to its default. */
export function parseBrief(pathname: string, search: string): BriefAsk {
  const query = new URLSearchParams(search)
  const size = query.get('size') ?? ''
  return { scenes: idsIn(pathname, query), size: isPageSize(size) ? size : 'a4', view: parseView(search) }
}

/** The scenes in the order asked for; all of the pack where none is asked for, or none of them is there. */
export function scenesOf(known: readonly string[], asked: readonly string[]): readonly string[] {
  const found = asked.filter((id) => known.includes(id))
  return found.length > 0 ? found : known
}

/** Which scenes were asked for and are not there, in one line: those that are shown in their place are not what was meant. Null where all are. */
export function missingText(known: readonly string[], asked: readonly string[]): string | null {
  const missing = asked.filter((id) => !known.includes(id))
  if (missing.length === 0) return null
  return `没有场景 ${missing.join('、')}，${missing.length === asked.length ? '以下是全部场景' : '以下是其余场景'}`
}

/** The inverse of `parseBrief`. */
export function formatBrief({ scenes, size, view }: BriefAsk): string {
  const [only, ...more] = scenes
  const own = formatView({ ...view, scene: undefined, compare: undefined })
  const query = [...(more.length > 0 ? [`scenes=${scenes.join(',')}`] : []), ...(size === 'a4' ? [] : [`size=${size}`]), ...(own === '' ? [] : [own.slice(1)])]
  return `/brief${only === undefined || more.length > 0 ? '' : `/${only}`}${query.length === 0 ? '' : `?${query.join('&')}`}`
}
