import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { resetClock, setClock } from '#format/clock.ts'
import { credential, setSession } from '#queries/credential.ts'
import { keepAccess, type Access, type AccessKeeper } from './keep-access.ts'

const NOW = Date.parse('2026-11-27T08:00:00Z')
const scope = { panel: 'huigui/river', params: { region: '330881' } }

let answers: (() => Response)[] = []
let asked: RequestInit[] = []
let accesses: Access[] = []
let wants = 0
let keeper: AccessKeeper | undefined

const session = (token: string, seconds: number) => (): Response =>
  Response.json({ token, expiresAt: new Date(Date.now() + seconds * 1_000).toISOString(), scope })
const refusal = (status: number) => (): Response => Response.json({ type: 'about:blank', title: '嵌入令牌无效', status }, { status })

const start = (brought: Parameters<typeof keepAccess>[0]['brought']): void => {
  keeper = keepAccess({
    brought,
    want: () => {
      wants += 1
    },
    onAccess: (access) => accesses.push(access)
  })
}
const settle = (milliseconds = 0): Promise<unknown> => vi.advanceTimersByTimeAsync(milliseconds)

beforeEach(() => {
  vi.useFakeTimers({ now: NOW, toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] })
  setClock(new Date(NOW).toISOString())
  vi.stubGlobal('fetch', (_path: string, init: RequestInit) => {
    asked.push(init)
    const answer = answers.shift()
    return answer === undefined ? Promise.reject(new TypeError('no network')) : Promise.resolve(answer())
  })
})
afterEach(() => {
  keeper?.end()
  setSession(undefined)
  resetClock()
  vi.useRealTimers()
  vi.unstubAllGlobals()
  ;[answers, asked, accesses, wants] = [[], [], [], 0]
})

const last = (): Access | undefined => accesses.at(-1)

describe('access', () => {
  it('of a ticket is a session, which requests show', async () => {
    answers = [session('s.1.x', 600)]
    start({ ticket: 't.1.x' })
    await settle()
    expect(new Headers(asked[0]?.headers).get('authorization')).toBe('Bearer t.1.x')
    expect(last()).toEqual({ at: 'in', session: { expiresAt: NOW + 600_000, scope } })
    expect(credential()).toBe('s.1.x')
  })

  it('asks for the next ticket a minute before the end, and goes on with it', async () => {
    answers = [session('s.1.x', 600), session('s.2.x', 600)]
    start({ ticket: 't.1.x' })
    await settle(539_000)
    expect(wants).toBe(0)
    await settle(2_000)
    expect(wants).toBe(1)
    keeper?.take('t.2.x')
    await settle(120_000)
    expect([last()?.at, credential()]).toEqual(['in', 's.2.x'])
  })

  it('ends when the session does, and comes back with a ticket', async () => {
    answers = [session('s.1.x', 60), session('s.2.x', 60)]
    start({ ticket: 't.1.x' })
    await settle(60_000)
    expect(last()).toEqual({ at: 'denied', why: 'expired' })
    expect(credential()).toBeUndefined()
    keeper?.take('t.2.x')
    await settle()
    expect(last()?.at).toBe('in')
  })

  it('is refused with its ticket, or when a question is', async () => {
    answers = [refusal(401), session('s.2.x', 600)]
    start({ ticket: 't.1.x' })
    await settle()
    expect(last()).toEqual({ at: 'denied', why: 'refused' })
    keeper?.take('t.2.x')
    await settle()
    keeper?.refused()
    expect(last()).toEqual({ at: 'denied', why: 'refused' })
    expect(credential()).toBeUndefined()
  })

  it('a second ticket that is refused does not end what the first one opened', async () => {
    answers = [session('s.1.x', 600), refusal(401)]
    start({ ticket: 't.1.x' })
    await settle()
    keeper?.take('t.1.x')
    await settle()
    expect([last()?.at, credential()]).toEqual(['in', 's.1.x'])
  })

  it('waits for a ticket by message, not for ever', async () => {
    start('wait')
    expect([wants, asked.length]).toEqual([1, 0])
    await settle(20_000)
    expect(last()).toEqual({ at: 'denied', why: 'refused' })
  })

  it('is open where the server knows no tickets; one that is away is asked again', async () => {
    start({ ticket: 't.1.x' })
    await settle()
    expect(last()).toBeUndefined()
    answers = [refusal(404)]
    await settle(5_000)
    expect(last()).toEqual({ at: 'open' })
  })

  it('is not taken for over by a clock that nobody has set', async () => {
    resetClock()
    answers = [() => Response.json({ token: 's.1.x', expiresAt: new Date(NOW - 3_600_000).toISOString(), scope })]
    start({ ticket: 't.1.x' })
    await settle(1_000)
    expect(last()?.at).toBe('in')
    setClock(new Date(NOW - 3_600_000 - 60_000).toISOString())
    await settle(59_000)
    expect(last()?.at).toBe('in')
    await settle(2_000)
    expect(last()).toEqual({ at: 'denied', why: 'expired' })
  })
})
