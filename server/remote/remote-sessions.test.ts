import { describe, expect, it } from 'vitest'
import type { RemoteCommand, RemoteMessage } from '#contract/remote.ts'
import { createRemoteCodes } from './remote-codes.ts'
import { createRemoteSessions } from './remote-sessions.ts'

const WALL = 'wall-00000001'
const START = Date.parse('2022-10-26T01:28:00Z')

function sessions() {
  let at = START
  const ended: string[] = []
  const registry = createRemoteSessions({ now: () => at, onEnded: ({ wall }, reason) => ended.push(`${wall} ${reason}`) })
  let seq = 0
  const message = (change: Partial<RemoteMessage> = {}, command: RemoteCommand = { kind: 'next' }): RemoteMessage => {
    seq += 1
    return { wall: WALL, seq, sentAt: at, command, ...change }
  }
  return { registry, ended, message, now: () => at, pass: (seconds: number) => (at += seconds * 1000) }
}

describe('a pairing', () => {
  it('has its messages obeyed for a quarter of an hour, and renewed for another one', () => {
    const { registry, ended, message, pass } = sessions()
    const { token } = registry.start(WALL)
    expect(registry.accept(token, message())).toEqual({ wall: WALL })
    pass(899)
    expect(registry.accept(token, message())).toEqual({ wall: WALL })
    expect(registry.renew(token)).toMatchObject({ wall: WALL, expiresAt: START + 1_799_000 })
    pass(899)
    expect(registry.accept(token, message())).toEqual({ wall: WALL })
    pass(1)
    expect(registry.accept(token, message())).toEqual({ refused: 'expired' })
    expect([registry.find(token), registry.renew(token), ended]).toEqual(['expired', 'expired', [`${WALL} expired`]])
  })

  it('ends by itself, is told of once, and frees the wall', () => {
    const { registry, ended, pass } = sessions()
    registry.start(WALL)
    pass(900)
    registry.sweep()
    registry.sweep()
    expect([ended, registry.of(WALL)]).toEqual([[`${WALL} expired`], undefined])
  })

  it('is taken over by the next one, and the first is told so', () => {
    const { registry, ended, message } = sessions()
    const first = registry.start(WALL)
    const second = registry.start(WALL)
    expect([first.taken, second.taken, ended]).toEqual([false, true, [`${WALL} taken`]])
    expect(registry.accept(first.token, message())).toEqual({ refused: 'taken' })
    expect(registry.accept(second.token, message())).toEqual({ wall: WALL })
    expect(registry.of(WALL)?.id).toBe(second.session.id)
  })

  it('of another wall goes on', () => {
    const { registry, message } = sessions()
    const { token } = registry.start(WALL)
    registry.start('wall-00000002')
    expect(registry.accept(token, message())).toEqual({ wall: WALL })
  })

  it('is let go of', () => {
    const { registry, ended, message } = sessions()
    const { token } = registry.start(WALL)
    registry.leave(token)
    registry.leave(token)
    expect([ended, registry.accept(token, message())]).toEqual([[`${WALL} left`], { refused: 'left' }])
  })
})

describe('a message is refused', () => {
  it.each<[string, (change: { now: number }) => Partial<RemoteMessage>, string]>([
    ['for another wall', () => ({ wall: 'wall-00000002' }), 'wall'],
    ['that comes again', () => ({ seq: 1 }), 'replayed'],
    ['from before', ({ now }) => ({ sentAt: now - 5_001 }), 'stale'],
    ['from the future', ({ now }) => ({ sentAt: now + 1_001 }), 'stale']
  ])('%s', (_name, change, refused) => {
    const { registry, message, now } = sessions()
    const { token } = registry.start(WALL)
    expect(registry.accept(token, message())).toEqual({ wall: WALL })
    expect(registry.accept(token, message(change({ now: now() })))).toEqual({ refused })
    // What was refused has used up no number.
    expect(registry.accept(token, message())).toEqual({ wall: WALL })
  })

  it.each(['', 'x', 'A'.repeat(43)])('with the forged token %j', (token) => {
    const { registry, message } = sessions()
    registry.start(WALL)
    expect(registry.accept(token, message())).toEqual({ refused: 'unknown' })
  })

  it('beyond so many a second; the light follows a finger faster', () => {
    const { registry, message, pass } = sessions()
    const { token } = registry.start(WALL)
    const count = (command: RemoteCommand): number =>
      Array.from({ length: 100 }, () => registry.accept(token, message({}, command))).filter((it) => 'wall' in it).length
    const point: RemoteCommand = { kind: 'point', x: 0.5, y: 0.5 }
    expect([count({ kind: 'next' }), count(point)]).toEqual([16, 45])
    pass(0.9)
    expect([count({ kind: 'next' }), count(point)]).toEqual([0, 0])
    pass(1)
    expect([count({ kind: 'next' }), count(point)]).toEqual([15, 45])
  })
})

describe('a code', () => {
  const codes = (random?: () => number) => {
    let at = START
    return { ...createRemoteCodes(() => at, random), pass: (seconds: number) => (at += seconds * 1000) }
  }

  it('is six digits and opens its wall once', () => {
    const { ask, use } = codes(() => 42)
    expect(ask(WALL)).toEqual({ code: '000042', wall: WALL, expiresAt: START + 120_000 })
    expect([use('000043'), use('000042'), use('000042')]).toEqual([undefined, WALL, undefined])
  })

  it('stays the same when it is asked for again, until it is nearly over', () => {
    const { ask, pass } = codes()
    const { code } = ask(WALL)
    pass(89)
    expect(ask(WALL).code).toBe(code)
    pass(2)
    expect(ask(WALL).expiresAt).toBe(START + 91_000 + 120_000)
  })

  it('is none after two minutes', () => {
    const { ask, use, pass } = codes()
    const { code } = ask(WALL)
    pass(120)
    expect(use(code)).toBeUndefined()
  })

  it('is never that of two walls', () => {
    const drawn = [7, 7, 7, 8]
    const { ask, use } = codes(() => drawn.shift() ?? 0)
    const [first, second] = [ask(WALL), ask('wall-00000002')]
    expect([first.code, second.code, use(second.code)]).toEqual(['000007', '000008', 'wall-00000002'])
  })
})
