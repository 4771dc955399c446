import { send, type Exchange } from '#tests/faults/exchange.ts'
import type { Fault } from '#tests/faults/fault.ts'
import { document } from './shape.ts'

const must = { group: 'order', on: 'api', expect: { label: 'must' } } as const
const FAR = 900_000_000

const isRead = ({ url }: Exchange): boolean => !url.startsWith('/api/v1/walls')

/** The same question put to the first release of all: what a forgotten cache on the way still has. */
function firstRelease(url: string): string {
  const address = new URL(url, 'http://host')
  if (address.pathname !== '/api/v1/version' && !address.searchParams.has('release')) address.searchParams.set('release', '1')
  return address.pathname + address.search
}

async function sendOlder(exchange: Exchange): Promise<boolean | void> {
  if (!isRead(exchange)) return false
  send(exchange, await exchange.whole({ path: firstRelease(exchange.url) }))
}

/** Another scene's answer where one was asked for. */
const otherScene = (url: string): string => url.replace(/\/scenes\/([\w-]+)/, (_all, id: string) => `/scenes/${id === 'shitang' ? 'minzu' : 'shitang'}`)

/** Every other answer waits for the one after it, and comes long behind it. */
async function overtaken(exchange: Exchange): Promise<void> {
  const whole = await exchange.whole()
  if (exchange.nth % 2 === 0) await exchange.wait(exchange.patience * 0.5)
  send(exchange, whole)
}

/** Every other answer is of the first release: a balancer before two servers, one of them set back. */
const everyOther = (exchange: Exchange): Promise<boolean | void> | boolean => (exchange.nth % 2 === 0 ? sendOlder(exchange) : false)

const renumbered = (to: number) =>
  document((value) => (typeof value === 'object' && value !== null && !Array.isArray(value) && 'release' in value ? { ...value, release: to } : value))

export const order: readonly Fault[] = [
  { ...must, name: 'the first release for ever', from: 'older release than the one shown', answer: sendOlder },
  { ...must, name: 'the first release every other time', from: 'older release than the one shown', expect: { label: 'may', fresh: true }, answer: everyOther },
  { ...must, name: 'answers out of order', from: 'answers out of order', expect: { label: 'none', fresh: true }, answer: overtaken },
  {
    ...must,
    name: 'answers for another scene',
    from: 'old numbers shown as new after a filter change',
    answer: async (exchange) => send(exchange, await exchange.whole({ path: otherScene(exchange.url) }))
  },
  { ...must, name: 'a release far in the future', from: 'older release than the one shown', expect: { label: 'may' }, answer: renumbered(FAR) },
  { ...must, name: 'release 0', from: 'older release than the one shown', answer: renumbered(0) },
  { ...must, name: 'a negative release', from: 'older release than the one shown', answer: renumbered(-3) }
]
