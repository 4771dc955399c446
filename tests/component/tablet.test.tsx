import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { normal } from '#mocks/fixtures/normal.ts'
import { must } from '#tests/support/panel-data.ts'
import { figure, renderDesk, sceneShown, textOf } from './render-desk.tsx'

const LYING = [1180, 820] as const
const STANDING = [820, 1180] as const

async function opened(search: string, size: readonly [number, number] = LYING, snapshot = normal()) {
  renderDesk({ search, size, snapshot })
  await sceneShown('总览')
}

const head = (): string => textOf(document.querySelector('.sheet-head h2'))
const region = (): string | null => new URLSearchParams(location.search).get('region')

describe('a tablet', () => {
  it.each([LYING, STANDING])('has the figures over the picture and the rest in the sheet at %d x %d', async (...size) => {
    await opened('', size)
    expect([...document.querySelectorAll('.stage-figures [data-panel]')].map((panel) => panel.getAttribute('data-panel'))).toEqual(['kpi'])
    expect([...document.querySelectorAll('.stage-hero [data-panel]')].map((panel) => panel.getAttribute('data-panel'))).toEqual(['map'])
    expect([...document.querySelectorAll('.sheet [data-panel]')].map((panel) => panel.getAttribute('data-panel'))).toEqual([
      'ranking',
      'results',
      'services',
      'loans'
    ])
  })

  it('tells of the selected county its place and its score, and of each figure its place among all', async () => {
    await opened('?region=330824')
    expect(head()).toBe('开化县')
    expect(textOf(document.querySelector('.standing'))).toBe('综合名次（10月）第3名▲2综合得分88.9分上月85.8')
    const rows = [...document.querySelectorAll('.region-card li')].map(textOf)
    expect(rows).toEqual(['乡贤库覆盖4,380名2022-10第5', '办理服务事项3,890件2022-10第3', '服务回归项目126个2022-10第5', '回归总投资49.9亿元2022-10第6'])
    const first = must(document.querySelector('.region-card li'))
    expect(first.querySelectorAll('.place i')).toHaveLength(6)
    expect(first.querySelectorAll('.place .is-own.is-demo')).toHaveLength(1)
  })

  it('leafs in rank order, round and round, and takes the choice back', async () => {
    await opened('?region=330822')
    const names: string[] = []
    for (let count = 0; count < 6; count += 1) {
      names.push(head())
      await userEvent.click(screen.getByRole('button', { name: /^下一个/ }))
    }
    expect(names).toEqual(['常山县', '江山市', '衢江区', '开化县', '龙游县', '柯城区'])
    expect(head()).toBe('常山县')
    await userEvent.click(screen.getByRole('button', { name: /^上一个/ }))
    expect(head()).toBe('柯城区')
    await userEvent.click(screen.getByRole('button', { name: '取消选择' }))
    expect([head(), region()]).toEqual(['总览', null])
  })

  it('tells no rank where ranks are hidden, not even by the order', async () => {
    await opened('?region=330822', LYING, { ...normal(), ranksHidden: true })
    expect(textOf(document.querySelector('.region-card'))).not.toMatch(/第\d|名次|得分/)
    await userEvent.click(screen.getByRole('button', { name: /^下一个/ }))
    expect(head()).toBe('开化县')
  })

  it('has the source and the definition of every figure of the scene', async () => {
    await opened('')
    await userEvent.click(screen.getByRole('button', { name: /^来源与口径/ }))
    const dialog = await screen.findByRole('dialog', { name: '来源与口径' })
    expect(textOf(dialog)).toContain('实心、连续为已发布')
    expect(textOf(dialog)).toMatch(/乡贤通覆盖新乡贤名口径：.*?已发布，截至2022年10月，.*?衢州统一战线专版/)
  })

  it('shows the card of a figure, and puts it away', async () => {
    await opened('')
    await userEvent.click(figure('xxt.members'))
    const card = await screen.findByRole('dialog', { name: '来源与口径' })
    expect(textOf(card)).toMatch(/^乡贤通覆盖新乡贤3万余名范围衢州市·全市期间截至2022年10月单位名口径.*状态已发布来源.*版本第1版/)
    await userEvent.click(within(card).getByRole('button', { name: '关闭' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })

  it('closes what lies on top by Escape, and by a step back, before anything else', async () => {
    await opened('?region=330824', STANDING)
    await userEvent.click(figure('xxt.members'))
    await screen.findByRole('dialog', { name: '来源与口径' })
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(document.querySelector('.source-card')).toBeNull())
    expect([head(), document.querySelector('.sheet')?.getAttribute('data-snap')]).toEqual(['开化县', 'half'])
    await userEvent.click(screen.getByRole('button', { name: /^来源与口径/ }))
    await screen.findByRole('dialog', { name: '来源与口径' })
    act(() => history.back())
    await waitFor(() => expect(document.querySelector('.tool-dialog')).toBeNull())
    expect(region()).toBe('330824')
  })

  it('changes the theme, in the address too', async () => {
    await opened('')
    await userEvent.click(await screen.findByRole('button', { name: '主题' }, { timeout: 10_000 }))
    await userEvent.click(await screen.findByRole('radio', { name: '赤金' }))
    expect([document.documentElement.dataset.theme, new URLSearchParams(location.search).get('theme')]).toEqual(['hong', 'hong'])
  })
})

describe('a phone', () => {
  it('is one column, with a sheet for the selected county only', async () => {
    await opened('?region=330824', [390, 844])
    await screen.findByRole('dialog', { name: '面板' })
    expect([head(), document.querySelectorAll('.stage').length]).toEqual(['开化县', 0])
    expect(document.querySelectorAll('.sheet [data-panel]')).toHaveLength(0)
    await userEvent.click(screen.getByRole('button', { name: '取消选择' }))
    await waitFor(() => expect(document.querySelector('.region-card')).toBeNull())
  })
})
