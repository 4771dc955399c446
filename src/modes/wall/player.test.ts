import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createPlayer, type Player, type PlayerOptions, type Step } from '#modes/wall/player.ts'

const step = (key: string, seconds = 20): Step => ({ key, scene: key, seconds })
const ROUND = ['a', 'b', 'c'].map((key) => step(key))
const following = (from: Step): Step | null => ROUND[(ROUND.findIndex(({ key }) => key === from.key) + 1) % ROUND.length] ?? null

let player: Player
const open = (options: Partial<PlayerOptions> = {}): void => {
  player = createPlayer({ first: step('a'), follow: following, onEdge: () => false, lead: 3_000, patience: 10_000, fade: 800, ...options })
  player.start()
}
const pass = (milliseconds: number): void => void vi.advanceTimersByTime(milliseconds)
const { shown, next, leaving } = {
  shown: () => player.state().shown.step.key,
  next: () => player.state().next?.step.key,
  leaving: () => player.state().leaving?.step.key
}
const paint = (): void => player.painted(player.state().next?.run ?? 0, true)

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  player.stop()
  expect(vi.getTimerCount()).toBe(0)
  vi.useRealTimers()
})

describe('a player', () => {
  it('prepares what follows shortly before its time, changes on time, and lets the old one fade', () => {
    open()
    pass(16_999)
    expect([shown(), next()]).toEqual(['a', undefined])
    pass(1)
    expect([shown(), next()]).toEqual(['a', 'b'])
    paint()
    pass(2_999)
    expect(shown()).toBe('a')
    pass(1)
    expect([shown(), next(), leaving(), player.state().rotations]).toEqual(['b', undefined, 'a', 1])
    pass(800)
    expect(leaving()).toBeUndefined()
  })

  it('keeps the run of a step from preparation to its end', () => {
    open()
    pass(17_000)
    const run = player.state().next?.run
    paint()
    pass(3_000)
    expect(player.state().shown.run).toBe(run)
    pass(17_000)
    expect(player.state().next?.run).not.toBe(run)
  })

  it('waits for what has not painted, and keeps what it shows meanwhile', () => {
    open()
    pass(25_000)
    expect([shown(), next()]).toEqual(['a', 'b'])
    paint()
    expect(shown()).toBe('b')
  })

  it('waits again when what had painted no longer has', () => {
    open()
    pass(17_000)
    paint()
    player.painted(player.state().next?.run ?? 0, false)
    pass(4_000)
    expect(shown()).toBe('a')
  })

  it('passes over what cannot be prepared in time or fails', () => {
    open()
    pass(17_000 + 10_000)
    expect([shown(), next()]).toEqual(['a', 'c'])
    player.failed(player.state().next?.run ?? 0)
    expect([shown(), next()]).toEqual(['a', undefined])
    pass(17_000)
    expect(next()).toBe('b')
    paint()
    pass(3_000)
    expect(shown()).toBe('b')
  })

  it('asks at each edge whether the page is about to be loaded anew, and then shows nothing new', () => {
    const onEdge = vi.fn<() => boolean>(() => true)
    open({ onEdge })
    pass(17_000)
    paint()
    pass(17_999)
    expect(shown()).toBe('a')
    expect(onEdge).toHaveBeenCalledTimes(1)
    onEdge.mockReturnValue(false)
    pass(1)
    expect(shown()).toBe('b')
  })

  it('has edges too where nothing follows', () => {
    const onEdge = vi.fn<() => boolean>(() => false)
    open({ onEdge, follow: () => null })
    pass(61_000)
    expect(onEdge).toHaveBeenCalledTimes(3)
    expect([shown(), player.state().rotations]).toEqual(['a', 0])
  })

  it('goes to a step without waiting for the time, held or not', () => {
    open()
    player.hold(true)
    player.go(step('c'))
    expect([shown(), next()]).toEqual(['a', 'c'])
    paint()
    expect(shown()).toBe('c')
    pass(100_000)
    expect(shown()).toBe('c')
    player.go(step('c'))
    expect(next()).toBeUndefined()
  })

  it('brings what was called also when it is held in the meantime, and stays there', () => {
    open()
    player.go(step('x'))
    player.hold(true)
    expect(next()).toBe('x')
    paint()
    pass(800)
    expect([shown(), player.state().held]).toEqual(['x', true])
    pass(60_000)
    expect([shown(), next()]).toEqual(['x', undefined])
  })

  it('stays where it is when the shown step is called in place of another one', () => {
    open()
    player.go(step('x'))
    player.go(step('a'))
    expect([shown(), next()]).toEqual(['a', undefined])
    pass(16_999)
    expect(next()).toBeUndefined()
    pass(1)
    expect(next()).toBe('b')
  })

  it('skips to what follows', () => {
    open()
    player.skip()
    paint()
    expect(shown()).toBe('b')
    pass(17_800)
    player.skip()
    paint()
    expect(shown()).toBe('c')
  })

  it('stays while it is held, and takes its whole time afterwards', () => {
    open()
    pass(18_000)
    expect(next()).toBe('b')
    player.hold(true)
    pass(100_000)
    expect([shown(), next()]).toEqual(['a', undefined])
    player.hold(false)
    pass(16_999)
    expect(next()).toBeUndefined()
    pass(1)
    expect(next()).toBe('b')
  })

  it('lingers while it is touched', () => {
    open()
    pass(10_000)
    player.linger(120_000)
    pass(116_999)
    expect(next()).toBeUndefined()
    pass(1)
    expect(next()).toBe('b')
  })

  it('takes what follows from the programme of the moment', () => {
    let round = following
    open({ follow: (from) => round(from) })
    round = () => step('z')
    pass(17_000)
    expect(next()).toBe('z')
  })

  it('prepares nothing new while the old one fades', () => {
    open({ follow: () => step('b', 1), lead: 3_000 })
    pass(17_000)
    paint()
    pass(3_000)
    expect([shown(), leaving(), next()]).toEqual(['b', 'a', undefined])
    pass(799)
    expect(next()).toBeUndefined()
    pass(1)
    expect(next()).toBe('b')
  })

  it('lets the old one go as soon as it has faded, and no other for it', () => {
    open({ fade: 2_800 })
    pass(17_000)
    paint()
    pass(3_000)
    const gone = player.state().leaving?.run ?? 0
    player.faded(gone + 1)
    expect(leaving()).toBe('a')
    player.faded(gone)
    expect(leaving()).toBeUndefined()
    player.faded(gone)
    pass(17_000)
    expect(next()).toBe('c')
  })

  it('says nothing more once it is stopped', () => {
    open()
    const heard = vi.fn<() => void>()
    const end = player.subscribe(heard)
    pass(17_000)
    expect(heard).toHaveBeenCalledTimes(1)
    end()
    paint()
    pass(3_000)
    expect(heard).toHaveBeenCalledTimes(1)
    player.stop()
    pass(100_000)
    expect(shown()).toBe('b')
  })
})
