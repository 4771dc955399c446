import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { wallReloadPath, wallsPath, type WallLine, type WallsAnswer } from '#contract/walls.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { mockServer } from '#mocks/node.ts'
import { Walls } from '#modes/walls/walls.tsx'
import { createQueryClient } from '#queries/query-client.ts'
import { must } from '#tests/support/panel-data.ts'
import { wallReport } from '#tests/support/wall-report.ts'
import { pass, textOf, until } from './render-desk.tsx'

const NOW = '2022-10-26T01:28:00.000Z'

const line = (change: Partial<WallLine> = {}): WallLine => ({ ...wallReport(), lastSeen: '2022-10-26T01:27:48.000Z', reloadAskedAt: null, ...change })
const answer = (walls: readonly WallLine[], change: Partial<WallsAnswer> = {}): WallsAnswer => ({
  now: NOW,
  build: 'aaaaaaaaaaaa',
  operator: true,
  walls: [...walls],
  ...change
})

let end = (): void => undefined
afterEach(() => {
  cleanup()
  end()
  vi.useRealTimers()
})

/** The page over a server whose list the test sets. */
function renderWalls(first: WallsAnswer) {
  const { server } = mockServer(normal())
  let list: () => Response = () => HttpResponse.json(first)
  const asked: (string | null)[] = []
  let refuse: (() => Response) | undefined
  server.listen({ onUnhandledRequest: 'error' })
  server.use(
    http.get(`*${wallsPath}`, () => list()),
    http.post(`*${wallReloadPath}`, ({ request }) => {
      asked.push(request.headers.get('authorization'))
      return refuse?.() ?? HttpResponse.json({ reloadAskedAt: NOW }, { status: 202 })
    })
  )
  const client = createQueryClient()
  render(
    <QueryClientProvider client={client}>
      <Walls />
    </QueryClientProvider>
  )
  end = () => {
    client.clear()
    server.close()
  }
  return {
    asked,
    become: (next: WallsAnswer) => (list = () => HttpResponse.json(next)),
    fail: () => (list = () => HttpResponse.error()),
    refuse: (status: number, title: string, detail?: string) => (refuse = () => HttpResponse.json({ type: 'about:blank', title, status, detail }, { status }))
  }
}

const rowOf = async (name: string): Promise<HTMLElement> => must((await screen.findByRole('rowheader', { name: new RegExp(name) })).closest('tr'))
const cell = (row: HTMLElement, column: string): string => textOf(row.querySelector(`[data-column="${column}"]`))
const button = (row: HTMLElement): HTMLElement => within(row).getByRole('button')

describe('the list of walls', () => {
  it('says how each wall is', async () => {
    renderWalls(answer([line({ region: '330802' })]))
    const row = await rowOf('指挥中心')
    await waitFor(() => expect(cell(row, '画面')).toBe('总览·柯城区第3版'))
    expect(Object.fromEntries(['状态', '构建', '数据核对', '屏幕', '次数', '问题'].map((column) => [column, cell(row, column)]))).toEqual({
      状态: '在线心跳12秒前',
      构建: 'aaaaaaa最新',
      数据核对: '10秒前09:27',
      屏幕: '1920×1080，2倍内存48MB',
      次数: '切换120重新加载0',
      问题: '无'
    })
    expect(screen.getAllByRole('columnheader').map(textOf)).toHaveLength(within(row).getAllByRole('cell').length + 1)
    expect(document.documentElement.dataset).toMatchObject({ theme: 'paper', form: 'column' })
    await waitFor(() => expect(document.documentElement.dataset.ready).toBe('true'))
  })

  it.each<[string, Partial<WallLine>, string, string]>([
    ['polling', { connection: 'polling' }, '状态', '轮询心跳12秒前'],
    ['offline', { connection: 'offline' }, '状态', '离线心跳12秒前'],
    ['just not lost', { lastSeen: '2022-10-26T01:27:15.000Z' }, '状态', '在线心跳45秒前'],
    ['lost', { lastSeen: '2022-10-26T01:27:14.000Z' }, '状态', '失联1分钟心跳46秒前'],
    ['long lost', { lastSeen: '2022-10-24T01:28:00.000Z', connection: 'offline' }, '状态', '失联2天心跳2天前'],
    ['of an old build', { build: 'bbbbbbbbbbbb' }, '构建', 'bbbbbbb旧版本'],
    ['of no build', { build: '' }, '构建', '开发版'],
    ['without data', { dataAt: null, release: null }, '数据核对', '还没有数据'],
    ['with data of yesterday', { dataAt: '2022-10-25T01:20:00.000Z' }, '数据核对', '1天前10-2509:20'],
    ['without a display', { width: 0, height: 0 }, '屏幕', '没有接显示器内存48MB'],
    ['that does not tell its memory', { heapBytes: null, pixelRatio: 1 }, '屏幕', '1920×1080内存未知'],
    ['in safe mode', { safe: true, reloads: 3, rotations: 12_960 }, '次数', '切换12,960重新加载3安全模式'],
    ['on plain http', { secure: false, offlineReady: false, awake: false }, '问题', '未用https：断网重启后打不开，屏幕可能自动息屏'],
    ['without storage', { storage: false }, '问题', '浏览器不许存数据：断网重启后没有上次的数据'],
    ['without a wake lock', { awake: false }, '问题', '没有拿到防息屏锁：屏幕可能自动息屏'],
    ['without its shell', { offlineReady: false }, '问题', '离线页面还没备好：现在断网重启会打不开'],
    ['with an error', { error: { at: '2022-10-26T01:20:00.000Z', message: 'TypeError: x' } }, '问题', '09:20出错：TypeError:x']
  ])('of a wall %s', async (_name, change, column, words) => {
    renderWalls(answer([line(change)]))
    const row = await rowOf('指挥中心')
    // Clock times are those of the city as soon as its time zone is known.
    await waitFor(() => expect(cell(row, column)).toBe(words))
  })

  it('counts, and tells states apart by more than colour', async () => {
    const lost = line({ id: 'wall-00000003', name: '乙', lastSeen: '2022-10-26T01:00:00.000Z' })
    renderWalls(answer([line(), line({ id: 'wall-00000002', name: '甲', connection: 'offline' }), lost]))
    expect(textOf((await screen.findByText(/共 3 块/)).closest('p'))).toBe('共3块·在线1·离线1·失联1')
    expect([...document.querySelectorAll('[data-wall]')].map((row) => row.getAttribute('data-state'))).toEqual(['live', 'offline', 'lost'])
  })

  it('says how to open the first wall, and the ways out of plain http', async () => {
    renderWalls(answer([]))
    expect(await screen.findByText(`${location.origin}/wall?name=指挥中心`)).toBeVisible()
    expect(screen.getByText(new RegExp(`--unsafely-treat-insecure-origin-as-secure=${location.origin} --user-data-dir`))).toBeVisible()
    expect(screen.queryByRole('table')).toBeNull()
  })

  it('is looked at anew every five seconds, and stays while the server is away', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] })
    const page = renderWalls(answer([line()]))
    await until(() => document.querySelector('[data-wall]') !== null)
    page.become(answer([line({ connection: 'offline' })]))
    await pass(4_000)
    expect(document.querySelector('[data-state="offline"]')).toBeNull()
    await pass(1_100)
    await until(() => document.querySelector('[data-state="offline"]') !== null)
    page.fail()
    await pass(5_100)
    await until(() => document.querySelector('[role="alert"]') !== null)
    expect(textOf(screen.getByRole('alert'))).toBe('服务器没有答复，每5秒再试一次；下面是2022-10-2609:28的情况')
    expect(document.querySelector('[data-state="offline"]')).not.toBeNull()
    page.become(answer([line()]))
    await pass(5_100)
    await until(() => document.querySelector('[role="alert"]') === null && document.querySelector('[data-state="live"]') !== null)
  })

  it('that never came says so', async () => {
    const page = renderWalls(answer([]))
    page.fail()
    expect(textOf(await screen.findByRole('alert'))).toBe('服务器没有答复，每5秒再试一次')
  })

  it('is refused when it is of another form', async () => {
    const page = renderWalls(answer([]))
    page.become({ ...answer([]), now: 'later' })
    expect(await screen.findByRole('alert')).toBeVisible()
  })
})

describe('the button', () => {
  const type = (value: string): boolean => fireEvent.change(screen.getByLabelText('操作口令'), { target: { value } })
  const click = (row: HTMLElement): boolean => fireEvent.click(button(row))
  const twice = (row: HTMLElement): void => {
    click(row)
    click(row)
  }

  it('asks twice, sends the token, and waits until the page of the wall is younger', async () => {
    const page = renderWalls(answer([line()]))
    const row = await rowOf('指挥中心')
    type('operator-token')
    click(row)
    expect([textOf(button(row)), page.asked]).toEqual(['再点一次确认', []])
    page.become(answer([line({ reloadAskedAt: NOW })]))
    click(row)
    await waitFor(() => expect(textOf(button(row))).toBe('已要求，等待执行'))
    expect(page.asked).toEqual(['Bearer operator-token'])
    twice(row)
    page.become(answer([line({ reloadAskedAt: NOW, startedAt: '2022-10-26T01:28:09.000Z' })]))
    await waitFor(() => expect(textOf(button(row))).toBe('重新加载'))
    expect(page.asked).toHaveLength(1)
  })

  it('takes back the first click after a while, or when one goes elsewhere', async () => {
    const page = renderWalls(answer([line()]))
    const row = await rowOf('指挥中心')
    type('operator-token')
    click(row)
    fireEvent.blur(button(row))
    expect(textOf(button(row))).toBe('重新加载')
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    click(row)
    await pass(4_900)
    expect(textOf(button(row))).toBe('再点一次确认')
    await pass(200)
    expect([textOf(button(row)), page.asked]).toEqual(['重新加载', []])
  })

  it.each([
    ['', '请先填操作口令'],
    ['口令', '操作口令只有字母、数字和英文符号']
  ])('sends nothing with the token "%s"', async (token, words) => {
    const page = renderWalls(answer([line()]))
    const row = await rowOf('指挥中心')
    if (token !== '') type(token)
    twice(row)
    expect([textOf(within(row).getByRole('status')), page.asked]).toEqual([words, []])
  })

  it.each<[number, string, string | undefined, string]>([
    [401, '操作口令不对', undefined, '操作口令不对'],
    [429, '操作口令错误次数太多', '请 50 秒后再试', '操作口令错误次数太多：请50秒后再试']
  ])('tells a refusal %d in the words of the server', async (status, title, detail, words) => {
    const page = renderWalls(answer([line()]))
    page.refuse(status, title, detail)
    const row = await rowOf('指挥中心')
    type('wrong')
    twice(row)
    await waitFor(() => expect(textOf(within(row).getByRole('status'))).toBe(words))
    expect(textOf(button(row))).toBe('重新加载')
  })

  it('does nothing where the server has no token, and the page says why', async () => {
    const page = renderWalls(answer([line()], { operator: false }))
    const row = await rowOf('指挥中心')
    expect(screen.queryByLabelText('操作口令')).toBeNull()
    expect(screen.getByText(/OPERATOR_TOKEN/)).toBeVisible()
    expect(button(row)).toHaveAttribute('aria-disabled', 'true')
    twice(row)
    expect([textOf(within(row).getByRole('status')), page.asked]).toEqual(['', []])
  })
})
