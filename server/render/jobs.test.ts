import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { problemOf } from '#server/http/problems.ts'
import { createJobs } from './jobs.ts'
import type { Place } from './place.ts'
import { createRow } from './row.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function has(look: () => unknown): boolean {
  try {
    look()
    return true
  } catch {
    return false
  }
}

function collectGarbage(): void {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
}

const never = (): Promise<never> => new Promise(() => undefined)
const settle = () => vi.advanceTimersByTimeAsync(1)

/** Something that is being made, and whether it was left. */
function being(made: Promise<unknown> = never()): Place<unknown> & { readonly left: () => boolean } {
  const leave = vi.fn<() => void>()
  return { made, standing: () => ({ state: 'making', done: 2, of: 9 }), leave, left: () => leave.mock.calls.length > 0 }
}

function jobs(limits: { readonly most?: number } = {}) {
  const log = vi.fn<(error: unknown) => void>()
  return { log, ...createJobs({ log, problemOf, ...limits }) }
}

describe('jobs', () => {
  it('are told to the credential that began them and to no other', () => {
    const { start, look, cancel } = jobs()
    const place = being()
    const id = start({ owner: 'Bearer one', place, file: '/a' })
    expect(id).toMatch(/^[\w-]{24}$/)
    expect(look('Bearer one', id)).toEqual({ state: 'making', done: 2, of: 9 })
    for (const owner of ['', 'Bearer two']) {
      expect(() => look(owner, id)).toThrow(expect.objectContaining({ status: 404 }))
      expect(() => cancel(owner, id)).toThrow(expect.objectContaining({ status: 404 }))
    }
    expect(place.left()).toBe(false)
  })

  it('say where the file is, that there is none, or that it is given up', async () => {
    const { start, look, cancel, log } = jobs()
    const of = (place: Place<unknown>) => start({ owner: '', place, file: '/a?release=3' })
    const [ready, failed, cancelled] = [of(being(Promise.resolve(1))), of(being(Promise.reject(new Error('/secret/path')))), of(being())]
    cancel('', cancelled)
    await settle()
    expect([ready, failed, cancelled].map((id) => look('', id))).toEqual([
      { state: 'ready', file: '/a?release=3' },
      { state: 'failed', problem: { type: 'about:blank', title: '服务器内部错误', status: 500, detail: '请稍后再试' } },
      { state: 'cancelled' }
    ])
    expect(log).toHaveBeenCalledTimes(1)
  })

  it('hold nothing of what is made once they are over', async () => {
    const { start, look } = jobs()
    const begin = () => {
      const file = { bytes: new Uint8Array(9) }
      return { id: start({ owner: '', place: being(Promise.resolve(file)), file: '/' }), held: new WeakRef(file) }
    }
    const { id, held } = begin()
    await settle()
    collectGarbage()
    expect([look('', id), held.deref()]).toEqual([{ state: 'ready', file: '/' }, undefined])
  })

  it('are given up when nobody has asked for 30 seconds', async () => {
    const { start, look } = jobs()
    const row = createRow<string>(9)
    const [one, two] = [row.place('one', never), row.place('two', never)]
    const [first, second] = [one, two].map((place) => start({ owner: '', place, file: '/' }))
    for (let asked = 0; asked < 4; asked += 1) {
      await vi.advanceTimersByTimeAsync(20_000)
      look('', second ?? '')
    }
    expect(() => look('', first ?? '')).toThrow(expect.objectContaining({ status: 404 }))
    await vi.advanceTimersByTimeAsync(30_000)
    await expect(two.made).rejects.toMatchObject({ title: '已取消' })
  })

  it('are no more than there may be: those that are over make room', async () => {
    const { start, look } = jobs({ most: 2 })
    const [over, going, refused] = [being(Promise.resolve(1)), being(), being()]
    const ids = [over, going].map((place) => start({ owner: '', place, file: '/' }))
    await settle()
    start({ owner: '', place: being(), file: '/' })
    expect(() => look('', ids[0] ?? '')).toThrow(expect.objectContaining({ status: 404 }))
    expect(() => start({ owner: '', place: refused, file: '/' })).toThrow(expect.objectContaining({ status: 503 }))
    expect([going.left(), refused.left()]).toEqual([false, true])
  })

  it('make room in the order of what they are worth: nobody’s ready file goes for what others begin and give up', async () => {
    const { start, look, cancel } = jobs({ most: 4 })
    const begin = (owner: string, place: Place<unknown> = being()) => start({ owner, place, file: '/' })
    const ready = ['other', 'own'].map((owner) => ({ owner, id: begin(owner, being(Promise.resolve(1))) }))
    const given = ['other', 'own'].map((owner) => ({ owner, id: begin(owner) }))
    for (const { owner, id } of given) cancel(owner, id)
    await settle()
    const there = (): boolean[] => [...ready, ...given].map(({ owner, id }) => has(() => look(owner, id)))
    const seen = [1, 2, 3, 4].map(() => {
      begin('own')
      return there()
    })
    expect(seen).toEqual([
      [true, true, true, false],
      [true, true, false, false],
      [true, false, false, false],
      [false, false, false, false]
    ])
  })
})
