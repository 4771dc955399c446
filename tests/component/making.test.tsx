import { act, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { packAnswer } from '#contract/snapshot.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { QuoteDecks } from '#modes/share/quote-decks.tsx'
import { answerOf, must } from '#tests/support/panel-data.ts'

interface Asked {
  readonly method: string
  readonly address: string
  readonly headers: Headers
  readonly keepalive: boolean
}

const JOB = '/api/v1/jobs/abcdefghijklmnopqrstuvwx'
const FILE = '/api/v1/scenes/zonglan.pptx?theme=paper&release=1'
const asked: Asked[] = []
/** What a job says when it is looked at, in order, the last from then on; nothing is no network. */
let says: (object | number | undefined)[] = []
/** What the first question is answered with. */
let first: () => Response
/** What the file's own address is answered with. */
let file: () => Response

const json = (body: object, init: ResponseInit = {}): Response => new Response(JSON.stringify(body), init)
const accepted = (): Response => json({ state: 'waiting', ahead: 0 }, { status: 202, headers: { location: JOB } })

function looked(): Response {
  const [now] = says.length > 1 ? says.splice(0, 1) : says
  if (now === undefined) throw new TypeError('fetch failed')
  return typeof now === 'number' ? new Response('', { status: now }) : json(now)
}

beforeEach(() => {
  vi.useFakeTimers()
  asked.length = 0
  Element.prototype.scrollIntoView = () => undefined
  first = accepted
  file = () => new Response('file')
  Object.assign(URL, { createObjectURL: () => 'blob:made', revokeObjectURL: () => undefined })
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
  vi.stubGlobal('fetch', async (address: string, { method = 'GET', headers, keepalive = false }: RequestInit) => {
    asked.push({ method, address, headers: new Headers(headers), keepalive })
    if (method === 'DELETE') return new Response(null, { status: 204 })
    if (address === JOB) return looked()
    return address === FILE ? file() : first()
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const snapshot = normal()
function open() {
  const rendered = render(<QuoteDecks pack={packAnswer(snapshot)} answer={answerOf(snapshot)} place={{ theme: 'paper' }} />)
  return { ...rendered, press: () => click(button()) }
}
const button = (): HTMLElement => must(screen.getAllByRole('button', { name: '下载 PowerPoint' })[0])
const words = (): string | undefined => document.querySelector('.making-words')?.textContent
const spoken = (): string => screen.getByRole('status').textContent
const pass = (milliseconds: number): Promise<void> => act(async () => void (await vi.advanceTimersByTimeAsync(milliseconds)))
/** As a user's: what is clicked has the focus. No time passes but what the test says. */
async function click(it: HTMLElement): Promise<void> {
  it.focus()
  fireEvent.click(it)
  await pass(0)
}
const ended = (): string[] => asked.filter(({ method }) => method === 'DELETE').map(({ address }) => address)

const making = (done: number): object => ({ state: 'making', done, of: 97 })
const ready = { state: 'ready', file: FILE }

describe('a file that is being made', () => {
  it('is told of by words and a bar until it is saved', async () => {
    says = [{ state: 'waiting', ahead: 3 }, { state: 'waiting', ahead: 0 }, { state: 'making', done: 0, of: 0 }, making(11), making(12)]
    const { press } = open()
    await press()
    const seen: (string | undefined)[] = []
    const bar = screen.getByRole('progressbar', { name: '正在生成 PowerPoint' })
    for (let look = 0; look < 5; look += 1) {
      seen.push(words())
      await pass(300)
    }
    expect(seen).toEqual(['排队中，前面还有 3 个', '排队中，马上开始', '正在准备', '正在生成第 12 页，共 97 页', '正在生成第 13 页，共 97 页'])
    expect([bar.getAttribute('value'), bar.getAttribute('max'), bar.getAttribute('aria-valuetext')]).toEqual(['12', '97', '正在生成第 13 页，共 97 页'])
    expect(asked[0]?.headers.get('prefer')).toBe('respond-async')
    says = [ready]
    await pass(600)
    expect(spoken()).toBe('已保存：同心共富·乡贤通-总览-衢州市-第1版.pptx')
    expect([asked.at(-1)?.address, ended(), screen.queryByRole('progressbar')]).toEqual([FILE, [], null])
  })

  it('is read out no more often than every five seconds', async () => {
    says = Array.from({ length: 90 }, (_, done) => making(done))
    const { press } = open()
    await press()
    const heard = new Set<string>()
    for (let look = 0; look < 40; look += 1) {
      heard.add(spoken())
      await pass(300)
    }
    expect([...heard][0]).toBe('正在生成 PowerPoint')
    expect(heard.size).toBe(3)
  })

  it('ends on the server where one wants no more, and the focus is where it was', async () => {
    says = [making(3)]
    const { press } = open()
    await press()
    await click(screen.getByRole('button', { name: '取消' }))
    await pass(50)
    expect(spoken()).toBe('已取消')
    expect(ended()).toEqual([JOB])
    expect(document.activeElement).toBe(button())
    expect(button()).toHaveAttribute('aria-disabled', 'false')
  })

  it('ends on the server where the dialog is closed, or the page', async () => {
    says = [making(3)]
    const one = open()
    await one.press()
    one.unmount()
    await pass(50)
    expect(asked.at(-1)).toMatchObject({ method: 'DELETE', address: JOB, keepalive: true })
    const other = open()
    await other.press()
    dispatchEvent(new Event('pagehide'))
    expect(ended()).toEqual([JOB, JOB])
    other.unmount()
    await pass(50)
  })

  it('is one at a time', async () => {
    says = [making(3)]
    const { press } = open()
    await press()
    await click(must(screen.getAllByRole('button', { name: '下载 工作簿' })[1]))
    expect(asked.filter(({ headers }) => headers.has('prefer'))).toHaveLength(1)
  })
})

describe('where it does not go well', () => {
  it('says what the server has too much of', async () => {
    first = () => json({ type: 'about:blank', title: '暂时做不过来', status: 503, detail: '正在生成的图片和文件太多，请稍后再试' }, { status: 503 })
    const { press } = open()
    await press()
    await pass(20)
    expect(screen.getByText('正在生成的图片和文件太多，请稍后再试')).toHaveClass('is-failed')
  })

  it('waits for the network, and says when it is back', async () => {
    says = [making(3), undefined, 502, making(40)]
    const { press } = open()
    await press()
    await pass(300)
    expect(words()).toBe('网络断了，连上后接着等')
    await pass(3_100)
    expect(words()).toBe('网络已恢复，正在生成第 41 页，共 97 页')
    says = [ready]
    await pass(400)
    expect(spoken()).toMatch(/^已保存/)
  })

  it.each([
    [404, '中断得太久，服务器不再生成，请重新下载'],
    [401, '没有取到（401）'],
    [503, '服务器正忙，请稍后再试'],
    [{ state: 'failed', problem: { type: 'about:blank', title: '服务器内部错误', status: 500 } }, '没有做成：服务器内部错误'],
    [{ state: 'cancelled' }, '已取消']
  ])('ends where the job says %j', async (answer, said) => {
    says = [making(3), answer]
    const { press } = open()
    await press()
    await pass(400)
    expect(spoken()).toBe(said)
  })

  it.each([[undefined], [502]])('ends where that has been so long that the server has forgotten it: %s', async (answer) => {
    says = [making(3), answer]
    const { press } = open()
    await press()
    await pass(30_000)
    expect(words()).toBe('网络断了，连上后接着等')
    await pass(8_000)
    expect([spoken(), screen.queryByRole('progressbar')]).toEqual(['中断得太久，服务器不再生成，请重新下载', null])
    const count = asked.length
    await pass(60_000)
    expect(asked).toHaveLength(count)
  })

  it('ends where the server is too busy for a file that it has made and no longer has', async () => {
    says = [ready]
    file = () => json({ type: 'about:blank', title: '暂时做不过来', status: 503, detail: '正在生成的图片和文件太多，请稍后再试' }, { status: 503 })
    const { press } = open()
    await press()
    await pass(400)
    expect(spoken()).toBe('正在生成的图片和文件太多，请稍后再试')
    await pass(60_000)
    expect(asked.filter(({ address }) => address === FILE)).toHaveLength(1)
  })

  it('fetches the file again where that was cut, of a job that is forgotten meanwhile', async () => {
    says = [ready, 404]
    let cuts = 1
    file = () => {
      if (cuts-- > 0) throw new TypeError('fetch failed')
      return new Response('file')
    }
    const { press } = open()
    await press()
    await pass(300)
    expect(words()).toBe('网络断了，连上后接着等')
    await pass(1_700)
    expect(spoken()).toMatch(/^已保存/)
  })

  it('is taken as it is from a server without jobs', async () => {
    first = () => new Response('file')
    const { press } = open()
    await press()
    await pass(20)
    expect([asked.length, asked[0]?.headers.get('prefer')]).toEqual([1, 'respond-async'])
    expect(spoken()).toMatch(/^已保存/)
  })
})
