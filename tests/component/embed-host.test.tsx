import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { mountFrom } from '#modes/embed/host/mount.ts'
import type { EmbedConfig } from '#modes/embed/host/config.ts'
import { must } from '#tests/support/panel-data.ts'
import { soon } from '#tests/support/soon.ts'

const ORIGIN = 'https://screen.example'
const mount = mountFrom(ORIGIN)
const HEIGHT = { tongxin: 1, type: 'height', height: 486 }

let element: HTMLElement
beforeEach(() => {
  element = document.createElement('div')
  document.body.append(element)
})
afterEach(() => element.remove())

const frame = (): HTMLIFrameElement => must(element.querySelector('iframe'))

interface Said {
  readonly source?: Window | null
  readonly origin?: string
}

const say = (data: unknown, { source = frame().contentWindow, origin = ORIGIN }: Said = {}): boolean =>
  window.dispatchEvent(new MessageEvent('message', { data, source, origin }))

describe('an embed on a page', () => {
  it('is a frame that tells nobody where it stands', () => {
    mount(element, { panel: 'huigui/river', title: '招引成河', token: 'a.b.c' })
    expect(frame().src).toBe(`${ORIGIN}/embed/panel/huigui/river#token=wait`)
    expect(frame().getAttribute('title')).toBe('招引成河')
    expect([frame().getAttribute('loading') ?? frame().loading, frame().referrerPolicy]).toEqual(['lazy', 'no-referrer'])
    expect(element.innerHTML).not.toContain('a.b.c')
  })

  it('is as high as it says, between its limits', () => {
    const onHeight = vi.fn()
    mount(element, { panel: 'huigui/river', minHeight: 200, maxHeight: 500, onHeight })
    say(HEIGHT)
    say({ ...HEIGHT, height: 10 })
    say({ ...HEIGHT, height: 9_000 })
    expect(onHeight.mock.calls).toEqual([[486], [200], [500]])
    expect(frame().style.height).toBe('500px')
  })

  it('hears nobody else, and nothing else', () => {
    const [onHeight, onState] = [vi.fn(), vi.fn()]
    mount(element, { panel: 'huigui/river', onHeight, onState })
    say(HEIGHT, { source: window })
    say(HEIGHT, { source: null })
    say(HEIGHT, { origin: 'https://evil.example' })
    say(HEIGHT, { origin: 'null' })
    for (const data of [null, 'height', { ...HEIGHT, height: 1e9 }, { ...HEIGHT, extra: 1 }, { ...HEIGHT, type: 'toString' }, 'x'.repeat(1e6)]) say(data)
    expect(onHeight).not.toHaveBeenCalled()
    expect(onState).not.toHaveBeenCalled()
    // The same, from where it may come.
    say(HEIGHT)
    expect(onHeight).toHaveBeenCalledOnce()
  })

  it('gives its ticket once, then what refresh brings, to the frame alone', async () => {
    const refresh = vi.fn(() => Promise.resolve('d.e.f'))
    mount(element, { panel: 'huigui/river', token: 'a.b.c', refresh })
    const post = vi.spyOn(must(frame().contentWindow), 'postMessage').mockImplementation(() => undefined)
    say({ tongxin: 1, type: 'token-wanted' })
    say({ tongxin: 1, type: 'token-wanted' })
    await soon(() => expect(post).toHaveBeenCalledTimes(2))
    expect(post.mock.calls).toEqual([
      [{ tongxin: 1, type: 'token', token: 'a.b.c' }, ORIGIN],
      [{ tongxin: 1, type: 'token', token: 'd.e.f' }, ORIGIN]
    ])
  })

  it('greets a page that has loaded until it answers, and no longer', () => {
    vi.useFakeTimers()
    mount(element, { panel: 'huigui/river' })
    const post = vi.spyOn(must(frame().contentWindow), 'postMessage').mockImplementation(() => undefined)
    frame().dispatchEvent(new Event('load'))
    vi.advanceTimersByTime(350)
    expect(new Set(post.mock.calls.map((call) => JSON.stringify(call)))).toEqual(new Set([JSON.stringify([{ tongxin: 1, type: 'hello' }, ORIGIN])]))
    const greetings = post.mock.calls.length
    expect(greetings).toBeGreaterThan(1)
    say(HEIGHT)
    vi.advanceTimersByTime(120_000)
    expect(post).toHaveBeenCalledTimes(greetings)
    vi.useRealTimers()
  })

  it('leaves nothing behind', () => {
    vi.useFakeTimers()
    const onHeight = vi.fn()
    const unmount = mount(element, { panel: 'huigui/river', onHeight })
    const [source, post] = [must(frame().contentWindow), vi.spyOn(must(frame().contentWindow), 'postMessage').mockImplementation(() => undefined)]
    frame().dispatchEvent(new Event('load'))
    const before = post.mock.calls.length
    unmount()
    expect(element.childNodes).toHaveLength(0)
    expect(vi.getTimerCount()).toBe(0)
    say(HEIGHT, { source })
    vi.advanceTimersByTime(60_000)
    expect([onHeight.mock.calls.length, post.mock.calls.length]).toEqual([0, before])
    expect(unmount).not.toThrow()
    vi.useRealTimers()
  })

  it('makes way for the next one in its element; others stand', () => {
    const other = document.createElement('div')
    document.body.append(other)
    const first = mount(element, { panel: 'huigui/river' })
    mount(other, { scene: 'zonglan' })
    mount(element, { scene: 'huigui' })
    expect([element.children.length, frame().src]).toEqual([1, `${ORIGIN}/embed/scene/huigui`])
    first()
    expect([element.children.length, other.children.length]).toEqual([1, 1])
    other.remove()
  })

  it.each([
    ['nothing', {}],
    ['null', null],
    ['a text', 'huigui/river'],
    ['a path', { panel: '../../admin/x' }],
    [
      'one that throws',
      Object.defineProperty({}, 'panel', {
        get: () => {
          throw new Error('no')
        }
      })
    ]
  ])('says in its element that a config is wrong: %s', (_name, config) => {
    const unmount = mount(element, config as EmbedConfig)
    expect(element.textContent).toContain('嵌入没有成功')
    expect(element.querySelector('iframe')).toBeNull()
    unmount()
    expect(element.childNodes).toHaveLength(0)
  })

  it('throws at nobody where there is no element, or a callback does', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    expect(() => mount(null, { panel: 'huigui/river' })()).not.toThrow()
    mount(element, {
      panel: 'huigui/river',
      onHeight: () => {
        throw new Error('theirs')
      }
    })
    say(HEIGHT)
    expect(frame().style.height).toBe('486px')
    expect(warn).toHaveBeenCalledOnce()
    warn.mockRestore()
  })
})
