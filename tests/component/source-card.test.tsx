import { fireEvent, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { normal } from '#mocks/fixtures/normal.ts'
import { changed, must } from '#tests/support/panel-data.ts'
import { figure, panel, renderDesk, textOf, sceneShown } from './render-desk.tsx'

async function opened(setting?: Parameters<typeof renderDesk>[0]): Promise<void> {
  renderDesk(setting)
  await sceneShown('总览')
}

/** The card's rows by their terms, its title and its value. */
function card(): { readonly title: string; readonly value: string; readonly rows: Record<string, string> } {
  const dialog = screen.getByRole('dialog', { name: '来源与口径' })
  const rows = within(dialog)
    .getAllByRole('term')
    .map((term) => [term.textContent ?? '', term.nextElementSibling?.textContent ?? ''] as const)
  return {
    title: within(dialog).getByRole('heading').textContent ?? '',
    value: textOf(dialog.querySelector('.source-card-value')),
    rows: Object.fromEntries(rows)
  }
}
/** jsdom loses :focus-visible on the second Tab; browsers have it after any key and not after the pointer. */
let keyboard = false
const [byKey, byPointer] = [
  () => {
    keyboard = true
  },
  () => {
    keyboard = false
  }
]
beforeEach(() => {
  keyboard = false
  vi.spyOn(Element.prototype, 'matches').mockImplementation(function match(this: Element, selector: string) {
    return selector === ':focus-visible' ? keyboard && this === document.activeElement : this.closest(selector) === this
  })
  window.addEventListener('keydown', byKey, true)
  window.addEventListener('pointerdown', byPointer, true)
})
afterEach(() => {
  vi.restoreAllMocks()
  window.removeEventListener('keydown', byKey, true)
  window.removeEventListener('pointerdown', byPointer, true)
})
const noCard = (): boolean => screen.queryByRole('dialog') === null

describe('the source card', () => {
  it('says where a published phrase comes from', async () => {
    await opened()
    expect(noCard()).toBe(true)
    await userEvent.click(figure('xxt.members'))
    expect(card()).toEqual({
      title: '乡贤通覆盖新乡贤',
      value: '3万余名',
      rows: {
        范围: '衢州市 · 全市',
        期间: '截至2022年10月',
        单位: '名',
        口径: '原文未另作口径说明',
        状态: '已发布',
        来源: '凝心聚力汇能量 团结奋斗促共富 · 衢州统一战线专版 · 2022-10',
        版本: '第 1 版；本屏为第 1 版，2022-10-26 09:28 发布'
      }
    })
  })

  it('gives the definition and the printed words of a period', async () => {
    await opened()
    await userEvent.click(figure('xxt.projects'))
    expect(card().rows.口径).toBe('平台服务的回归项目；与“双招双引”近三年518个不是同一口径，不得相加')
    await userEvent.click(figure('zs.investment'))
    expect(card()).toMatchObject({ value: '超1200亿元', rows: { 期间: '近三年（2020年至2022年）', 口径: '原文未另作口径说明' } })
    await userEvent.click(figure('zb.audience'))
    expect(card().rows.说明).toContain('按场次计，可重复')
    expect(card().rows.范围).toBe('衢州市 · 南孔直播群英·同心荟协会成员')
  })

  it('names the unit with what it is divided by', async () => {
    await opened()
    await userEvent.click(figure('mz.income'))
    expect(card()).toMatchObject({ value: '26465元', rows: { 单位: '元/人·年', 范围: '衢州市 · 全市49个民族村', 期间: '2021年' } })
  })

  it('opens on keyboard focus and follows it', async () => {
    await opened()
    const user = userEvent.setup()
    const stops: string[] = []
    for (let step = 0; step < 40 && !stops.includes('xxt.satisfaction@330800'); step += 1) {
      await user.tab()
      stops.push(document.activeElement instanceof HTMLElement ? (document.activeElement.dataset.figure ?? '') : '')
    }
    expect(stops.filter((key) => key !== '')).toEqual(['xxt.members@330800', 'xxt.services@330800', 'xxt.satisfaction@330800'])
    expect(card()).toMatchObject({ title: '服务满意度', value: '99.5%' })
    await user.tab({ shift: true })
    expect(card()).toMatchObject({ title: '办理服务事项', value: '2.2万余件' })
  })

  it('does not open on focus without a key', async () => {
    await opened()
    figure('xxt.members').focus()
    expect(noCard()).toBe(true)
  })

  it('goes away on Escape, on a press elsewhere and when the window changes', async () => {
    await opened()
    const user = userEvent.setup()
    await user.click(figure('xxt.members'))
    await user.keyboard('{Escape}')
    expect(noCard()).toBe(true)
    await user.click(figure('xxt.members'))
    await user.pointer({ keys: '[MouseLeft]', target: must(document.querySelector('header.header')) })
    expect(noCard()).toBe(true)
    await user.click(figure('xxt.members'))
    expect(noCard()).toBe(false)
    fireEvent(window, new Event('resize'))
    expect(noCard()).toBe(true)
  })

  it('stays while it is pressed itself, and shows one figure at a time', async () => {
    await opened()
    const user = userEvent.setup()
    await user.click(figure('xxt.members'))
    await user.click(screen.getByText('原文未另作口径说明'))
    expect(noCard()).toBe(false)
    await user.click(figure('xxt.satisfaction'))
    expect(screen.getAllByRole('dialog')).toHaveLength(1)
    expect(card().title).toBe('服务满意度')
  })

  it('explains a score by its weights, and one made of four inputs by a note', async () => {
    await opened()
    const scores = [...must(panel('ranking')).querySelectorAll<HTMLElement>('[data-value]')]
    expect(scores.map(textOf)).toEqual(['92.4', '90.8', '88.9', '87.6', '86.3', '84.7※'])
    await userEvent.click(must(scores[5]))
    expect(card()).toMatchObject({
      title: '综合得分',
      value: '84.7分※',
      rows: { 范围: '常山县 · 全县', 期间: '2022年10月', 说明: '缺一项，按其余权重折算（※）', 状态: '演示 · 估算', 来源: '演示数据' }
    })
    expect(card().rows.权重?.match(/\d+%/g)).toEqual(['30%', '25%', '20%', '15%', '10%'])
    await userEvent.click(must(scores[0]))
    expect(card().rows.说明).toBeUndefined()
  })

  it('says the status of a forecast and why a value is not there', async () => {
    await opened({
      snapshot: changed(normal(), (o) =>
        o.indicator === 'xxt.satisfaction'
          ? { ...o, obsStatus: 'F' }
          : o.indicator === 'xxt.projects' && o.origin === 'published'
            ? { ...o, obsStatus: 'Q', obsValue: null }
            : o
      )
    })
    await userEvent.click(figure('xxt.satisfaction'))
    expect(card().rows.状态).toBe('已发布 · 预计')
    const absent = screen.getByRole('button', { name: '不予公布' })
    expect(absent).not.toHaveAttribute('data-figure')
    await userEvent.click(absent)
    expect(card()).toMatchObject({ value: '不予公布', rows: { 状态: '已发布 · 不予公布' } })
  })
})
