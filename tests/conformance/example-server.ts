import { createHash } from 'node:crypto'
import { createServer, type Server } from 'node:http'

/** The answers as they lie in memory, by path: pack, regions, indicators, observations, version, scenes, scenes/ID, boundaries/CODE. */
export interface Answers extends Record<string, object> {
  regions: { release: number; regions: { code: string }[] }
  indicators: { release: number; indicators: { id: string }[] }
  observations: { release: number; observations: { indicator: string; refArea: string; timePeriod: string }[] }
}

const isDay = (text: string): boolean => new Date(Date.parse(`${text}T00:00Z`) || 0).toISOString().startsWith(text)
const isPoint = (text: string): boolean => /^\d{4}(-\d\d){0,2}$/.test(text) && isDay(`${text}-01-01`.slice(0, 10))
const isCode = (text: string): boolean => /^\d{6}$/.test(text)
const isScene = (text: string): boolean => /^[a-z][a-z0-9-]*$/.test(text)
const isIndicator = (text: string): boolean => /^[A-Za-z][\w.-]*$/.test(text)
const isSwitch = (text: string): boolean => text === '0' || text === '1'
const RULES = { from: isPoint, to: isPoint, refArea: isCode, region: isCode, indicator: isIndicator, context: isSwitch, scenes: isScene, boundaries: isCode }

/** `~` sorts behind digits and dashes: `2022~` is the end of 2022. */
function overlaps(period: string, from = '', to = '~'): boolean {
  const [start = '', end = start] = period.split('/')
  return period === '_T' || (`${end}~` >= from && (start === '..' || start <= `${to}~`))
}

/** The answer to a path, or the status of an error: 400 for a bad parameter, 404 for what is not there. */
function answer(answers: Answers, path: string, query: Record<string, string | undefined>): object | 400 | 404 {
  const [name = '', part] = path.split('/')
  const given: typeof query = { ...query, [name]: part }
  if (Object.entries(RULES).some(([key, holds]) => given[key] !== undefined && !holds(given[key]))) return 400
  const { region, refArea, indicator, from, to } = query
  const { regions, indicators, observations } = { ...answers.regions, ...answers.indicators, ...answers.observations }
  if (![region, refArea].every((code) => code === undefined || regions.some((known) => known.code === code))) return 404
  if (indicator !== undefined && !indicators.some(({ id }) => id === indicator)) return 404
  const found = Object.hasOwn(answers, path) ? answers[path] : undefined
  if (found === undefined) return 404
  if (name === 'scenes' && part !== undefined && region !== undefined) return { ...found, region }
  if (name !== 'observations') return found
  const isAsked = (o: (typeof observations)[number]): boolean => o.indicator === (indicator ?? o.indicator) && o.refArea === (refArea ?? o.refArea)
  return { ...found, observations: observations.filter((o) => isAsked(o) && overlaps(o.timePeriod, from, to)) }
}

/** Serves profile `core`. Whatever goes wrong is answered as problem+json. */
export function createExample(answers: Answers): Server {
  return createServer(({ method = '', url = '', headers }, response) => {
    const { pathname, searchParams } = new URL(url, 'http://host')
    const path = pathname.startsWith('/api/v1/') ? pathname.slice('/api/v1/'.length) : ''
    const found = method === 'GET' || method === 'HEAD' ? answer(answers, path, Object.fromEntries(searchParams)) : 405
    const status = typeof found === 'number' ? found : 200
    const body = JSON.stringify(typeof found === 'number' ? { type: 'about:blank', title: '请求有误', status } : found)
    const type = status === 200 ? 'application/json' : 'application/problem+json'
    const etag = `"${createHash('sha256').update(body).digest('base64url')}"`
    const isKnown = status === 200 && (headers['if-none-match'] ?? '').split(',').some((tag) => ['*', etag, `W/${etag}`].includes(tag.trim()))
    const head = { etag, vary: 'Accept-Encoding', 'cache-control': 'no-cache', allow: 'GET, HEAD', 'content-type': type }
    response.writeHead(isKnown ? 304 : status, head).end(isKnown ? '' : body)
  })
}
