import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse, type RequestHandler } from 'msw'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Snapshot } from '#contract/snapshot.ts'
import { empty } from '#mocks/fixtures/empty.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { stale } from '#mocks/fixtures/stale.ts'
import { mockServer } from '#mocks/node.ts'
import { EmbedMode } from '#modes/embed/embed-mode.tsx'
import { setSession } from '#queries/credential.ts'
import { createQueryClient } from '#queries/query-client.ts'
import { setWaits } from '#tokens/durations.ts'
import { must } from '#tests/support/panel-data.ts'

vi.setConfig({ testTimeout: 30_000 })

let ends: (() => void)[] = []
afterEach(() => {
  for (const end of ends) end()
  ends = []
  cleanup()
  setSession(undefined)
  setWaits({})
  history.replaceState(null, '', '/')
})

function renderEmbed(address: string, { snapshot = normal(), handlers = [] }: { snapshot?: Snapshot; handlers?: readonly RequestHandler[] } = {}) {
  const { server } = mockServer(snapshot)
  server.listen({ onUnhandledRequest: 'error' })
  server.use(...handlers)
  Object.assign(window, { innerWidth: 800, innerHeight: 450 })
  history.replaceState(null, '', address)
  const client = createQueryClient()
  const view = render(
    <QueryClientProvider client={client}>
      <EmbedMode />
    </QueryClientProvider>
  )
  ends.push(() => {
    view.unmount()
    client.clear()
    server.close()
  })
  return { server, client }
}

const heading = (): Promise<HTMLElement> => screen.findByRole('heading', { level: 1 }, { timeout: 15_000 })
const foot = (): string => document.querySelector('.embed-foot')?.textContent ?? ''
const tags = (): string => document.querySelector('.embed-tags')?.textContent ?? ''
const figures = (): number => document.querySelectorAll('[data-figure], [data-value]').length

describe('an embed of a panel', () => {
  it('says what it is, of when, what of it is a demonstration, and where it comes from', async () => {
    renderEmbed('/embed/panel/zonglan/loans')
    expect(await heading()).toHaveTextContent('乡贤宝贷款项目628个，金额35.82亿元')
    expect(document.querySelector('.embed-head [data-figure="xxt.loanProjects@330800"]')).toHaveTextContent('628个')
    expect(tags()).toMatch(/总数已发布 2022-10.*走势演示/)
    expect(foot()).toMatch(/^来源：衢州统一战线专版 2022-10；斜纹、虚线、空心为演示数据，不作考核依据第 1 版，.* 发布同心共富·乡贤通$/)
    expect(document.title).toBe('乡贤宝·累计贷款 · 同心共富·乡贤通')
    expect(document.documentElement.dataset.theme).toBe('paper')
    expect(document.querySelectorAll('.dock, .tools, .header')).toHaveLength(0)
    expect(must(document.querySelector('.embed-foot a'))).toHaveAttribute('href', '/?scene=zonglan')
  })

  it('opens on the picture that its title names, and says what the mark in the table means', async () => {
    renderEmbed('/embed/panel/liangshai/league')
    expect(await heading()).toHaveTextContent('名次变化')
    expect(screen.getByRole('button', { name: '名次变化' })).toHaveAttribute('aria-pressed', 'true')
    expect(document.querySelectorAll('.league-row')).toHaveLength(0)
    await userEvent.click(screen.getByRole('button', { name: '榜单' }))
    expect(document.querySelector('.league-rows')).toHaveTextContent('※')
    expect(screen.getByText('※有缺报项，权重重新分配')).toBeVisible()
  })

  it('opens the source card of a figure', async () => {
    renderEmbed('/embed/panel/zonglan/results')
    await heading()
    await userEvent.click(must(document.querySelector('.embed-body [data-figure]')))
    expect(screen.getByRole('dialog', { name: '来源与口径' })).toBeVisible()
  })

  it('is empty in words', async () => {
    renderEmbed('/embed/panel/zonglan/results', { snapshot: empty() })
    await heading()
    expect(tags()).toContain('无数据')
    expect(screen.getByText('本期无已发布数据')).toBeVisible()
  })

  it.each(['/embed/panel/zonglan/services', '/embed/scene/zonglan'])('shows nothing in place of a period that is not there: %s', async (address) => {
    renderEmbed(`${address}?period=2031-01`)
    expect(await screen.findByRole('alert', {}, { timeout: 15_000 })).toHaveTextContent(
      /^没有2031年1月的数据本(面板|场景)的月度和逐日数据只有2021年\d+月至2022年10月。打开大屏$/
    )
    await waitFor(() => expect(document.documentElement.dataset.ready).toBe('true'))
    expect(figures()).toBe(0)
    expect(document.querySelectorAll('[data-panel]')).toHaveLength(0)
    expect(document.title).toContain('没有2031年1月的数据')
  })

  it('shows a period that is there, and what is the same at any time', async () => {
    renderEmbed('/embed/panel/zonglan/services?period=2022-06')
    await heading()
    expect(screen.queryByRole('alert')).toBeNull()
    cleanup()
    renderEmbed('/embed/panel/zonglan/results?period=2031-01')
    await heading()
    expect(figures()).toBeGreaterThan(5)
  })

  it('says when its figures are overdue', async () => {
    vi.setSystemTime(new Date('2022-11-22T09:00:00+08:00'))
    renderEmbed('/embed/panel/zonglan/services', { snapshot: stale() })
    await heading()
    await waitFor(() => expect(tags()).toContain('过期'))
    expect(document.querySelector('.embed .note-warn')).toHaveTextContent(/数据停在 .*，晚于约定 \d+ 天/)
    vi.useRealTimers()
  })

  it('says that it is offline, and since when, while it shows what it has', async () => {
    const { server, client } = renderEmbed('/embed/panel/zonglan/results')
    await heading()
    server.use(http.get('*/api/v1/panels/*', () => HttpResponse.error()))
    await client.invalidateQueries()
    await waitFor(() => expect(tags()).toContain('离线'))
    expect(document.querySelector('.embed .note-idle')).toHaveTextContent(/已断开，展示 .* 缓存/)
    expect(figures()).toBeGreaterThan(5)
  })

  it('takes away what it shows once it is refused', async () => {
    const { server, client } = renderEmbed('/embed/panel/zonglan/results')
    await heading()
    expect(figures()).toBeGreaterThan(5)
    server.use(http.get('*/api/v1/panels/*', () => HttpResponse.json({ type: 'about:blank', title: '没有权限', status: 403 }, { status: 403 })))
    await client.invalidateQueries()
    expect(await screen.findByText('无权查看')).toBeVisible()
    expect(figures()).toBe(0)
    expect(client.getQueryCache().getAll()).toEqual([])
  })

  it('shows what its ticket says, and strips it from the address', async () => {
    const asked: string[] = []
    renderEmbed('/embed/panel/zonglan/kpi?theme=hong#token=t.1.x', {
      handlers: [
        http.post('*/api/v1/embed/session', ({ request }) => {
          asked.push(request.headers.get('authorization') ?? '')
          const scope = { panel: 'zonglan/results', params: { theme: 'ink', region: '330800' } }
          return HttpResponse.json({ token: 's.1.x', expiresAt: new Date(Date.now() + 600_000).toISOString(), scope })
        }),
        http.get('*/api/v1/panels/*', ({ request }) => {
          asked.push(`${request.headers.get('authorization')} ${new URL(request.url).search}`)
          return undefined
        })
      ]
    })
    expect(location.hash).toBe('')
    expect(await heading()).toHaveTextContent('共富成效')
    expect(document.documentElement.dataset.theme).toBe('ink')
    expect(asked).toEqual(['Bearer t.1.x', 'Bearer s.1.x ?region=330800'])
  })

  it('says so where a ticket is refused', async () => {
    renderEmbed('/embed/panel/zonglan/results#token=t.1.x', {
      handlers: [http.post('*/api/v1/embed/session', () => HttpResponse.json({ type: 'about:blank', title: '嵌入令牌无效', status: 401 }, { status: 401 }))]
    })
    expect(await screen.findByText('无权查看')).toBeVisible()
    expect(figures()).toBe(0)
  })
})

describe('what an embed asks for', () => {
  /** Counts by path, and answers `/version` with the release at hand. */
  function counted() {
    const counts: Record<string, number> = {}
    const now = { release: 1, reachable: true }
    const handlers = [
      http.all('*', ({ request }) => {
        const { pathname } = new URL(request.url)
        counts[pathname] = (counts[pathname] ?? 0) + 1
      }),
      http.get('*/api/v1/version', () =>
        now.reachable ? HttpResponse.json({ api: 'v1', version: '1', pack: 'quzhou', release: now.release, demo: true }) : HttpResponse.error()
      )
    ]
    const asked = (path: string): number => counts[`/api/v1/${path}`] ?? 0
    return { now, handlers, asked }
  }
  const seenAgain = (): boolean => document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
  const pause = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      setTimeout(resolve, milliseconds)
    })

  it('is no stream: a short question when it is seen again, and its panel anew once there is another release', async () => {
    const { now, handlers, asked } = counted()
    renderEmbed('/embed/panel/zonglan/results', { handlers })
    await heading()
    await waitFor(() => expect(asked('version')).toBe(1))
    seenAgain()
    await waitFor(() => expect(asked('version')).toBe(2))
    expect(asked('panels/zonglan/results')).toBe(1)
    now.release = 2
    seenAgain()
    await waitFor(() => expect(asked('panels/zonglan/results')).toBe(2))
    expect(asked('events')).toBe(0)
  })

  it('is asked every minute, and anew after a break', async () => {
    const { now, handlers, asked } = counted()
    vi.useFakeTimers({ shouldAdvanceTime: true })
    ends.push(() => void vi.useRealTimers())
    renderEmbed('/embed/panel/zonglan/results', { handlers })
    await heading()
    await waitFor(() => expect(asked('version')).toBe(1))
    await vi.advanceTimersByTimeAsync(40_000)
    expect(asked('version')).toBe(1)
    now.reachable = false
    await vi.advanceTimersByTimeAsync(21_000)
    await waitFor(() => expect(asked('version')).toBeGreaterThan(1))
    // It may be an outage for the panel too.
    await waitFor(() => expect(asked('panels/zonglan/results')).toBe(2))
    now.reachable = true
    await vi.advanceTimersByTimeAsync(5_000)
    await waitFor(() => expect(asked('panels/zonglan/results')).toBe(3))
  })

  it('stays as it was where it is frozen, and says that there is something newer', async () => {
    const { now, handlers, asked } = counted()
    renderEmbed('/embed/panel/zonglan/results?release=1', { handlers })
    await heading()
    await waitFor(() => expect(asked('version')).toBe(1))
    now.release = 2
    seenAgain()
    expect(await screen.findByText('已有更新（第 2 版）')).toBeVisible()
    await pause(200)
    expect([asked('panels/zonglan/results'), asked('pack'), asked('events')]).toEqual([1, 1, 0])
  })

  it('is asked once where it is not there, and again when there is another release', async () => {
    const { now, handlers, asked } = counted()
    setWaits({ retry: 50 })
    renderEmbed('/embed/panel/zonglan/nothing', { handlers })
    expect(await screen.findByText('没有这个面板')).toBeVisible()
    await waitFor(() => expect(asked('version')).toBe(1))
    await pause(500)
    expect(asked('panels/zonglan/nothing')).toBe(1)
    now.release = 2
    seenAgain()
    await waitFor(() => expect(asked('panels/zonglan/nothing')).toBe(2))
  })

  it('goes on asking for what failed in another way', async () => {
    const { handlers, asked } = counted()
    setWaits({ retry: 50 })
    renderEmbed('/embed/panel/zonglan/results', { handlers: [...handlers, http.get('*/api/v1/panels/*', () => new HttpResponse(null, { status: 503 }))] })
    await waitFor(() => expect(asked('panels/zonglan/results')).toBeGreaterThan(3))
  })
})

describe('an embed of a scene', () => {
  it('has its panels in one column, and what it is and comes from around them', async () => {
    renderEmbed('/embed/scene/zonglan?theme=ink')
    expect(await heading()).toHaveTextContent('同心共富·乡贤通')
    await waitFor(() => expect(document.querySelectorAll('[data-panel]').length).toBeGreaterThan(5))
    expect(document.documentElement.dataset.form).toBe('column')
    expect(document.querySelector('.embed-top')).toHaveTextContent('总览 数据截至 2022-10')
    expect(foot()).toContain('来源：衢州统一战线专版')
  })
})
