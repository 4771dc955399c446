import { send, type Exchange } from '#tests/faults/exchange.ts'
import type { Fault } from '#tests/faults/fault.ts'

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
type Members = { [key: string]: Json }

const must = { group: 'shape', on: 'api', expect: { label: 'must' } } as const

const isMembers = (value: Json): value is Members => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Their members are no fields but codes and options, each of them a value. */
const MAPS = new Set(['breakdown', 'options'])

/** Every object of the document that has fields, inner ones first, changed. */
function everywhere(value: Json, change: (members: Members) => Members): Json {
  if (Array.isArray(value)) return value.map((item) => everywhere(item, change))
  if (!isMembers(value)) return value
  return change(Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, MAPS.has(key) ? inner : everywhere(inner, change)])))
}

/** The server's document, changed; what is not found (404) stays so. */
export const document =
  (change: (value: Json, exchange: Exchange) => Json) =>
  async (exchange: Exchange): Promise<void> => {
    const whole = await exchange.whole()
    if (whole.status !== 200) return send(exchange, whole)
    const value = change(JSON.parse(whole.body.toString()) as Json, exchange)
    send(exchange, { ...whole, body: Buffer.from(JSON.stringify(value)) })
  }

const members = (change: (members: Members) => Members) => document((value) => (isMembers(value) ? change(value) : value))

/** Not JSON, but what careless servers write for it. */
const literal =
  (from: RegExp, to: string) =>
  async (exchange: Exchange): Promise<void> => {
    const whole = await exchange.whole()
    send(exchange, { ...whole, body: Buffer.from(whole.body.toString().replaceAll(from, to)) })
  }

const without = (name: string) =>
  document((value) => everywhere(value, (members) => Object.fromEntries(Object.entries(members).filter(([key]) => key !== name))))

export const shape: readonly Fault[] = [
  { ...must, name: 'null', from: 'valid JSON of the wrong shape', answer: document(() => null) },
  { ...must, name: 'an empty array', from: 'valid JSON of the wrong shape', answer: document(() => []) },
  { ...must, name: 'an empty object', from: 'valid JSON of the wrong shape', answer: document(() => ({})) },
  { ...must, name: 'a string', from: 'valid JSON of the wrong shape', answer: document(() => 'ok') },
  { ...must, name: 'an error told with 200', from: 'valid JSON of the wrong shape', answer: document(() => ({ code: 500, message: '系统繁忙', data: null })) },
  { ...must, name: 'the answer wrapped in data', from: 'valid JSON of the wrong shape', answer: document((data) => ({ code: 0, message: 'success', data })) },
  {
    ...must,
    name: 'numbers as text',
    from: 'valid JSON of the wrong shape',
    answer: document((value) =>
      everywhere(value, (members) =>
        Object.fromEntries(Object.entries(members).map(([key, inner]) => [key, typeof inner === 'number' ? String(inner) : inner]))
      )
    )
  },
  { ...must, name: 'NaN for numbers', from: 'valid JSON of the wrong shape', answer: literal(/"release":\d+/g, '"release":NaN') },
  {
    ...must,
    name: 'arrays that are null',
    from: 'valid JSON of the wrong shape',
    answer: members((all) =>
      Object.fromEntries(Object.entries(all).map(([key, inner]) => [key, Array.isArray(inner) || key === 'scene' || key === 'info' ? null : inner]))
    )
  },
  { ...must, name: 'figures without their unit and period', from: 'valid JSON of the wrong shape', answer: without('timePeriod') },
  {
    ...must,
    name: 'unknown extra fields',
    from: 'unknown extra fields',
    expect: { label: 'none', fresh: true },
    answer: document((value) => everywhere(value, (members) => ({ ...members, zzUnknown: { of: ['a', 'newer', 'server'], __proto: 1 } })))
  }
]
