import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { hidden } from '#mocks/fixtures/hidden.ts'
import { Find } from '#modes/find/find.tsx'
import { reveal } from '#modes/find/reveal.ts'
import { COUNTY, deepPack } from '#tests/support/deep-pack.ts'
import { must } from '#tests/support/panel-data.ts'
import { textOf } from './render-desk.tsx'
import { renderTool } from './render-tool.tsx'

// jsdom lays nothing out.
const scrolled = vi.fn()
beforeEach(() => {
  scrolled.mockClear()
  Element.prototype.scrollIntoView = scrolled
})

const options = (): HTMLElement[] => screen.queryAllByRole('option')
const texts = (): string[] => options().map(textOf)

async function opened(setting?: Parameters<typeof renderTool>[1]) {
  const tool = renderTool(Find, setting)
  // The scenes have come, and with them the regions.
  await screen.findByRole('option', { name: /江山市/ })
  return { ...tool, user: userEvent.setup(), field: screen.getByRole('combobox', { name: '查找' }) }
}

/** Types, and waits until the first row is as told: the dictionary may still be on its way. */
async function typed(query: string, first: RegExp, setting?: Parameters<typeof renderTool>[1]) {
  const tool = await opened(setting)
  await tool.user.type(tool.field, query)
  await waitFor(() => expect(texts()[0]).toMatch(first))
  return tool
}

describe('the search', () => {
  it('has its field focused, and scenes and regions before anything is typed', async () => {
    const { field } = await opened()
    expect(field).toHaveFocus()
    expect(texts()).toHaveLength(17)
    expect(texts()[0]).toBe('场景总览')
    expect(screen.getByRole('listbox')).toContainElement(must(options()[0]))
  })

  it('goes to the scene that is tapped, and is put away', async () => {
    const { user, setView, onClose } = await typed('byt', /^场景亲清半月谈$/)
    await user.click(must(options()[0]))
    expect(setView).toHaveBeenCalledExactlyOnceWith({ scene: 'qinqing' })
    expect(onClose).toHaveBeenCalledOnce()
  })

  it('is done by keyboard: arrows choose, Enter goes', async () => {
    const { user, field, setView, onClose } = await typed('fwmyd', /^指标服务满意度/)
    expect(field).toHaveAttribute('aria-activedescendant', must(options()[0]).id)
    await user.keyboard('{ArrowDown}')
    expect(field).toHaveAttribute('aria-activedescendant', must(options()[1]).id)
    expect(texts()[1]).toBe('也见总览')
    await user.keyboard('{ArrowUp}{Enter}')
    expect(setView).toHaveBeenCalledExactlyOnceWith({ scene: 'xiangxiantong' })
    expect(onClose).toHaveBeenCalledOnce()
  })

  it('stays where the scene is shown already', async () => {
    const { user, setView, onClose } = await typed('zonglan', /^场景总览$/)
    await user.keyboard('{Enter}')
    expect(setView).not.toHaveBeenCalled()
    expect(onClose).toHaveBeenCalledOnce()
  })

  it('selects a region in the scene at hand, and the root by taking the selection back', async () => {
    const { user, field, setView } = await typed('js', /^地区江山市$/, { view: { region: '330802' } })
    await user.keyboard('{Enter}')
    expect(setView).toHaveBeenLastCalledWith({ region: '330881' })
    await user.clear(field)
    await user.type(field, 'quzhoushi')
    await user.keyboard('{Enter}')
    expect(setView).toHaveBeenLastCalledWith({ region: undefined })
  })

  it('goes to a scene for the region that was typed with it', async () => {
    const { user, setView } = await typed('江山市 食堂', /^场景共享食堂·江山市/)
    await user.keyboard('{Enter}')
    expect(setView).toHaveBeenCalledExactlyOnceWith({ scene: 'shitang', region: '330881' })
  })

  it('says the region beside what is shown for it, and no figure of another', async () => {
    await typed('江山市 回归项目', /^指标.*·江山市/)
    expect(document.querySelector('.find-figure')).toBeNull()
  })

  it('goes to a region further down with the one whose part it is, and back up', async () => {
    const { user, field, setView } = await typed('乙镇', /^地区乙镇$/, { snapshot: deepPack(), view: { root: COUNTY } })
    await user.keyboard('{Enter}')
    expect(setView).toHaveBeenLastCalledWith({ root: COUNTY, region: '330892' })
    await user.clear(field)
    await user.type(field, '龙游')
    await user.keyboard('{Enter}')
    expect(setView).toHaveBeenLastCalledWith({ root: undefined, region: '330825' })
  })

  it('shows a figure only with whose it is, its period, status and source', async () => {
    await typed('覆盖新乡贤', /^指标乡贤通覆盖新乡贤/)
    const row = must(options()[0])
    expect(must(row.querySelector('[data-figure]')).textContent).toBe('3万余名')
    expect(row.textContent).toContain('衢州市 全市 · 截至2022年10月 · 已发布 · 衢州统一战线专版')
    expect([...row.querySelectorAll('mark')].map(textOf)).toEqual(['覆盖新乡贤'])
  })

  it('says what can be looked for where nothing is found', async () => {
    const { user, field } = await opened()
    await user.type(field, '没有这个')
    expect(options()).toEqual([])
    expect(screen.getByText('没有找到“没有这个”')).toBeVisible()
    await user.click(screen.getByRole('button', { name: '清空' }))
    expect(texts()).toHaveLength(17)
  })

  it('finds no score while ranks are hidden', async () => {
    const { user, field } = await opened({ snapshot: hidden() })
    await user.type(field, '综合得分')
    expect(texts().filter((text) => !text.includes('增减') && !text.startsWith('也见'))).toEqual([])
  })

  it('does with the scenes that come, and says how many do not', async () => {
    const { user, field } = await opened({ handlers: [http.get('*/api/v1/scenes/minzu', () => HttpResponse.error())] })
    await user.type(field, '没有')
    expect(await screen.findByText(/还有 1 个场景没有读到/)).toBeVisible()
  })
})

describe('what was found', () => {
  const page = (panels: string): void => {
    document.documentElement.dataset.ready = 'true'
    document.body.innerHTML = `<main data-scene="zonglan">${panels}</main>`
  }
  const marked = (): string[] => [...document.querySelectorAll('[data-revealed]')].map(textOf)

  it.each([
    ['<section data-panel="kpi"><b data-figure="a.b@330800">3万余名</b><b data-figure="a.bc@330800">9</b></section>', '3万余名'],
    ['<section data-panel="kpi"><b data-figure="x.y@330800">9</b></section>', '9']
  ])('is brought into view and marked for two seconds', async (panels, text) => {
    page(panels)
    const done = reveal({ scene: 'zonglan', panel: 'kpi', indicator: 'a.b' })
    await waitFor(() => expect(marked()).toEqual([text]))
    expect(scrolled.mock.contexts).toEqual([document.querySelector('[data-panel]')])
    await done
    expect(marked()).toEqual([])
  })

  it('waits for its scene', async () => {
    page('')
    document.documentElement.dataset.ready = 'false'
    void reveal({ scene: 'zonglan', panel: 'late' })
    await new Promise((resolve) => {
      setTimeout(resolve, 150)
    })
    page('<section data-panel="late">待</section>')
    await waitFor(() => expect(marked()).toEqual(['待']))
  })
})
