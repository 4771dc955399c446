import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { useState } from 'react'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { packAnswer, sceneAnswer, type Snapshot } from '#contract/snapshot.ts'
import { hidden } from '#mocks/fixtures/hidden.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { mockServer } from '#mocks/node.ts'
import { Compare } from '#modes/compare/compare.tsx'
import { createQueryClient } from '#queries/query-client.ts'
import { parseView, type View } from '#view/codec.ts'
import { textOf } from './render-desk.tsx'

function opened(search = '', snapshot: Snapshot = normal()) {
  const { server } = mockServer(snapshot)
  server.listen({ onUnhandledRequest: 'error' })
  const views: View[] = []
  const onClose = vi.fn()
  function Tool() {
    const [view, setView] = useState(parseView(search))
    const change = (difference: Partial<View>): void => {
      views.push(difference)
      setView((old) => ({ ...old, ...difference }))
    }
    const answer = sceneAnswer(snapshot, { id: 'zonglan', region: view.region })
    return <Compare pack={packAnswer(snapshot)} answer={answer} view={view} setView={change} onClose={onClose} />
  }
  const shown = render(
    <QueryClientProvider client={createQueryClient()}>
      <Tool />
    </QueryClientProvider>
  )
  onTestFinished(() => {
    shown.unmount()
    server.close()
  })
  return { server, views, onClose }
}

const chip = (name: string): HTMLElement => screen.getByRole('button', { name })
const press = (name: string): Promise<void> => userEvent.click(chip(name))
const pressed = (group: string): string[] =>
  within(screen.getByRole('group', { name: group }))
    .getAllByRole('button', { pressed: true })
    .map(textOf)
const row = (name: string): string[] => {
  const head = screen.getByRole('rowheader', { name })
  return [...(head.parentElement?.querySelectorAll('td') ?? [])].map(textOf)
}

describe('the comparison', () => {
  it('puts 开化县 and 龙游县 side by side by 办理服务 in three taps once it is open, and writes them into the address', async () => {
    const { views } = opened()
    await press('开化县')
    await press('龙游县')
    await userEvent.click(await screen.findByRole('button', { name: '办理服务事项' }))
    expect(await screen.findByRole('region', { name: '办理服务事项' })).toBeVisible()
    expect(screen.getAllByRole('columnheader').map(textOf)).toEqual(['开化县', '龙游县'])
    expect(row('最近一月')).toEqual(['510件', '398件'])
    expect(row('变化')).toEqual(['+46件', '+36件'])
    expect(row('期间')).toEqual(['2022-10', '2022-10'])
    expect(row('状态')).toEqual(['演示', '演示'])
    expect(Object.assign({}, ...views)).toEqual({ compare: ['330824', '330825'], metric: 'xxt.services' })
  })

  it('opens from a link, with bars where there is one value each', async () => {
    opened('?compare=330824,330825&metric=xxt.projects')
    await waitFor(() => expect(row('数值')).toEqual(['126个', '188个']))
    expect([pressed('地区'), pressed('指标')]).toEqual([['开化县', '龙游县'], ['服务回归项目']])
    expect(screen.queryByRole('rowheader', { name: '上月' })).toBeNull()
  })

  it('has the month that is looked at, and says which', async () => {
    opened('?period=2022-03&compare=330824,330825&metric=xxt.services')
    await waitFor(() => expect(row('期间')).toEqual(['2022-03', '2022-03']))
    expect(row('2022年3月').every((text) => /^\d+件$/.test(text))).toBe(true)
    expect(row('2022年3月')).not.toEqual(['510件', '398件'])
    expect(screen.queryByRole('rowheader', { name: '最近一月' })).toBeNull()
  })

  it('is handed on as a link, with its indicator too', async () => {
    HTMLCanvasElement.prototype.getContext = vi.fn(() => ({
      createImageData: () => ({ data: new Uint8ClampedArray(1e6) }),
      putImageData: () => undefined
    })) as never
    const { views } = opened('?compare=330824,330825')
    await userEvent.click(await screen.findByRole('button', { name: '分享' }))
    const field = await screen.findByRole('textbox', { name: '链接' })
    const link = 'http://localhost:3000/?scene=zonglan&metric=xxt.members'
    expect(field).toHaveValue(`${link}&compare=330824,330825`)
    await userEvent.click(screen.getByRole('switch', { name: /冻结数据/ }))
    expect(field).toHaveValue(`${link}&release=1&compare=330824,330825`)
    expect(screen.getByRole('img', { name: '链接的二维码' })).toBeVisible()
    expect(views).toEqual([])
  })

  it('cannot be handed on with one area', async () => {
    opened('?region=330881')
    expect(await screen.findByRole('group', { name: '指标' })).toBeVisible()
    expect(screen.queryByRole('button', { name: '分享' })).toBeNull()
  })

  it('starts with the region that is looked at', () => {
    opened('?region=330881')
    expect(pressed('地区')).toEqual(['江山市'])
    expect(screen.getByRole('status')).toHaveTextContent('再选一个地区')
  })

  it('takes three, says why no fourth, and lets go of one', async () => {
    const { views } = opened('?compare=330824,330825,330881')
    expect(chip('柯城区')).toBeDisabled()
    expect(screen.getByRole('status')).toHaveTextContent('最多比较三个，先取消一个再选别的')
    await press('龙游县')
    expect(chip('柯城区')).toBeEnabled()
    expect(views.at(-1)).toEqual({ compare: ['330824', '330881'] })
  })

  it('opens the source card of a value', async () => {
    opened('?compare=330824,330825&metric=xxt.services')
    await userEvent.click(await screen.findByRole('button', { name: '510件' }))
    expect(await screen.findByRole('dialog', { name: '来源与口径' })).toHaveTextContent('开化县 · 全县')
  })

  it('says when the figures do not come', async () => {
    const { server } = opened()
    server.use(http.get('*/api/v1/observations', () => new HttpResponse('', { status: 503 })))
    await press('开化县')
    expect(await screen.findByText('取数失败，这些地区的数据没有取到')).toBeVisible()
  })

  it('offers nothing that ranks while ranks are hidden', async () => {
    opened('?compare=330824,330825', hidden())
    const chips = within(await screen.findByRole('group', { name: '指标' }))
      .getAllByRole('button')
      .map(textOf)
    expect(chips.filter((name) => /得分|综合/.test(name))).toEqual([])
    expect(chips).toContain('办理服务事项')
  })

  it('leaves the address as it is put away', async () => {
    const { views, onClose } = opened('?compare=330824,330825')
    await press('关闭')
    expect(views.at(-1)).toEqual({ compare: undefined })
    expect(onClose).toHaveBeenCalledTimes(1)
  })
})
