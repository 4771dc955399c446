import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { RemoteCommand } from '#contract/remote.ts'
import { resetClock, setClock } from '#format/clock.ts'
import type { Playing, Step } from '#modes/wall/player.ts'
import { setWaits, WAIT } from '#tokens/durations.ts'
import { createSteering } from './steering.ts'

const ROUND: readonly Step[] = ['zonglan', 'shitang', 'minzu'].map((scene) => ({ key: scene, scene, seconds: 20 }))

function steering() {
  const did: string[] = []
  let shown: Step = { key: 'zonglan', scene: 'zonglan', seconds: 20 }
  const player = {
    state: (): Playing => ({ shown: { run: 1, step: shown }, next: null, leaving: null, rotations: 0, held: false, since: 0 }),
    go: (step: Step) => {
      did.push(`go ${step.key}`)
      shown = step
    },
    skip: () => void did.push('skip'),
    hold: (on: boolean) => void did.push(`hold ${on}`),
    linger: (milliseconds: number) => void did.push(`linger ${milliseconds}`)
  }
  const made = createSteering({ player, root: '330800', isScene: (scene) => ROUND.some((step) => step.scene === scene) })
  made.setAround({ round: ROUND, pinned: null, children: ['330803', '330802'], nameOf: ({ scene, region = '' }) => `${scene} ${region}` })
  let number = 0
  const obey = (command: RemoteCommand, change: { number?: number; at?: number } = {}): void => {
    number += 1
    made.onCommand({ number, seq: number, at: Date.now(), command, ...change })
  }
  return { ...made, did, obey, pair: () => made.onControl({ on: true, how: 'paired' }), did1: () => did.splice(0) }
}

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2022-10-26T01:28:00Z') })
  setWaits({})
})
afterEach(() => {
  vi.useRealTimers()
  resetClock()
})

describe('a wall that nobody steers', () => {
  it('has no timer, and obeys nothing', () => {
    const { obey, did, state } = steering()
    obey({ kind: 'next' })
    obey({ kind: 'cover', on: true })
    expect([did, state().cover, vi.getTimerCount()]).toEqual([[], false, 0])
  })

  it('has none any more when the tablet is gone', () => {
    const { pair, obey, onControl } = steering()
    pair()
    obey({ kind: 'show', scene: 'minzu' })
    onControl({ on: false, how: 'left' })
    vi.advanceTimersByTime(4_000)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('shows a code until it is over, or used', () => {
    const { pair, onCode, state } = steering()
    const code = { code: '123456', expiresAt: '2022-10-26T01:30:00Z' }
    onCode(code)
    vi.advanceTimersByTime(119_999)
    expect(state().code).toEqual(code)
    vi.advanceTimersByTime(1)
    expect(state().code).toBeNull()
    onCode({ ...code, expiresAt: '2022-10-26T01:32:00Z' })
    pair()
    expect(state().code).toBeNull()
  })
})

describe('a steered wall', () => {
  it.each<[RemoteCommand, string[]]>([
    [{ kind: 'next' }, ['skip']],
    [{ kind: 'back' }, ['go minzu']],
    [{ kind: 'hold', on: true }, ['hold true']],
    [{ kind: 'show', scene: 'shitang' }, ['go shitang']],
    [{ kind: 'show', scene: 'shitang', region: '330800' }, ['go shitang']],
    [{ kind: 'show', scene: 'shitang', region: '330803', seconds: 60 }, ['go shitang@330803+remote ']],
    [{ kind: 'show', scene: 'zonglan' }, ['linger 20000', 'go zonglan']],
    [{ kind: 'show', scene: 'unknown' }, []],
    [{ kind: 'loop', on: true }, ['hold false', 'go zonglan@330802+loop']],
    [{ kind: 'resume' }, ['hold false', 'go zonglan']],
    [{ kind: 'ping' }, []]
  ])('does %j', (command, wanted) => {
    const { pair, obey, did } = steering()
    pair()
    obey(command)
    vi.advanceTimersByTime(0)
    expect(did).toEqual(wanted)
  })

  it.each<[RemoteCommand, boolean]>([
    [{ kind: 'show', scene: 'shitang' }, false],
    [{ kind: 'show', scene: 'zonglan' }, false],
    [{ kind: 'show', scene: 'shitang', region: '330803', seconds: 60 }, false],
    [{ kind: 'show', scene: 'zonglan', metric: 'st.canteens' }, false],
    [{ kind: 'next' }, false],
    [{ kind: 'back' }, false],
    [{ kind: 'loop', on: true }, false],
    [{ kind: 'loop', on: false }, false],
    [{ kind: 'resume' }, false],
    [{ kind: 'hold', on: true }, true],
    [{ kind: 'point', x: 0.5, y: 0.5 }, true],
    [{ kind: 'show', scene: 'unknown' }, true],
    [{ kind: 'ping' }, true]
  ])('after %j has its cover on: %j', (command, covered) => {
    const { pair, obey, state } = steering()
    pair()
    obey({ kind: 'cover', on: true })
    obey(command)
    vi.advanceTimersByTime(0)
    expect(state().cover).toBe(covered)
  })

  it('goes back to the whole scene from one of its areas', () => {
    const { pair, obey, did1 } = steering()
    pair()
    obey({ kind: 'show', scene: 'shitang', region: '330803' })
    vi.advanceTimersByTime(0)
    did1()
    obey({ kind: 'back' })
    vi.advanceTimersByTime(0)
    expect(did1()).toEqual(['go shitang'])
  })

  it('does only the last of two that came at once', () => {
    const { pair, obey, did } = steering()
    pair()
    obey({ kind: 'show', scene: 'minzu' })
    obey({ kind: 'resume' })
    vi.advanceTimersByTime(0)
    expect(did).toEqual(['hold false', 'go zonglan'])
  })

  it('says which message it obeyed last, and lights what is pointed at without that', () => {
    const { pair, obey, state, onPoint } = steering()
    const points: number[][] = []
    onPoint((x, y) => points.push([x, y]))
    pair()
    obey({ kind: 'ping' })
    obey({ kind: 'point', x: 0.25, y: 0.5 })
    expect([state().seq, points]).toEqual([1, [[0.25, 0.5]]])
  })

  it('obeys none twice, none from before and none that took too long', () => {
    setClock('2022-10-26T01:28:00Z')
    const { pair, obey, did } = steering()
    pair()
    obey({ kind: 'next' }, { number: 7 })
    obey({ kind: 'next' }, { number: 7 })
    obey({ kind: 'next' }, { number: 6 })
    obey({ kind: 'next' }, { number: 8, at: Date.now() - 5_001 })
    expect(did).toEqual(['skip'])
  })

  it('goes back to its round a minute after the last word of the tablet', () => {
    const { pair, obey, onControl, did1, state } = steering()
    pair()
    obey({ kind: 'loop', on: true })
    obey({ kind: 'cover', on: true })
    vi.advanceTimersByTime(59_000)
    obey({ kind: 'ping' })
    vi.advanceTimersByTime(WAIT.remote - 1)
    did1()
    // The wall's own connection was cut and is there again.
    onControl({ on: true, how: 'now' })
    expect([state().cover, state().loop?.length]).toEqual([true, 2])
    vi.advanceTimersByTime(1)
    expect([state().cover, state().loop, did1()]).toEqual([false, null, ['hold false', 'go shitang']])
    // It may come back.
    obey({ kind: 'next' })
    expect(did1()).toEqual(['skip'])
  })

  it.each(['left', 'expired'] as const)('goes back to its round at once when the tablet has %s', (how) => {
    const { pair, obey, onControl, did1, state } = steering()
    pair()
    obey({ kind: 'hold', on: true })
    obey({ kind: 'cover', on: true })
    did1()
    onControl({ on: false, how })
    expect([state().on, state().cover, did1()]).toEqual([false, false, ['hold false', 'go zonglan']])
  })

  it('stays as it is when another tablet takes over, and says so', () => {
    const { pair, obey, onControl, did1, state } = steering()
    pair()
    obey({ kind: 'cover', on: true })
    did1()
    onControl({ on: true, how: 'taken' })
    expect([state().on, state().cover, state().note, did1()]).toEqual([true, true, '控制权已移交到另一台平板', []])
    vi.advanceTimersByTime(3_500)
    expect(state().note).toBeNull()
  })
})
