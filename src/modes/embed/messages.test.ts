import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isFrameMessage, isHostMessage } from './messages.ts'

const state = { tongxin: 1, type: 'state', state: 'live', title: '争先晾晒', release: 3 }

describe('messages of a frame', () => {
  it.each([{ tongxin: 1, type: 'height', height: 486 }, { tongxin: 1, type: 'height', height: 0 }, { tongxin: 1, type: 'token-wanted' }, state])(
    '%j is one',
    (message) => expect(isFrameMessage(message)).toBe(true)
  )

  it.each([
    null,
    undefined,
    'height',
    42,
    [],
    {},
    { tongxin: 1 },
    { type: 'height', height: 486 },
    { tongxin: '1', type: 'height', height: 486 },
    { tongxin: 1, type: ['height'], height: 486 },
    { tongxin: 1, type: 'height' },
    { tongxin: 1, type: 'height', height: '486' },
    { tongxin: 1, type: 'height', height: -1 },
    { tongxin: 1, type: 'height', height: 1.5 },
    { tongxin: 1, type: 'height', height: Number.NaN },
    { tongxin: 1, type: 'height', height: Infinity },
    { tongxin: 1, type: 'height', height: 20_001 },
    { tongxin: 1, type: 'height', height: 486, width: 1 },
    { tongxin: 1, type: 'constructor' },
    { tongxin: 1, type: '__proto__' },
    { ...state, state: 'fine' },
    { ...state, title: 'x'.repeat(201) },
    { ...state, release: '3' },
    JSON.parse('{"tongxin":1,"type":"height","height":486,"__proto__":1}') as unknown,
    { tongxin: 1, type: 'hello' }
  ])('%j is none', (message) => expect(isFrameMessage(message)).toBe(false))

  it('is none of whatever else there is, and nothing throws', () => {
    fc.assert(fc.property(fc.anything(), (data) => !isFrameMessage(data) && !isHostMessage(data)))
  })
})

describe('messages of a host', () => {
  it.each([
    { tongxin: 1, type: 'hello' },
    { tongxin: 1, type: 'token', token: 'a.b.c' }
  ])('%j is one', (message) => expect(isHostMessage(message)).toBe(true))

  it.each([
    { tongxin: 1, type: 'hello', extra: true },
    { tongxin: 1, type: 'token' },
    { tongxin: 1, type: 'token', token: '' },
    { tongxin: 1, type: 'token', token: 'x'.repeat(4_097) },
    { tongxin: 1, type: 'token', token: ['a'] },
    { tongxin: 1, type: 'height', height: 1 }
  ])('%j is none', (message) => expect(isHostMessage(message)).toBe(false))
})
