import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { published } from '#mocks/fixtures/published.ts'
import { must } from '#tests/support/panel-data.ts'
import { panel, renderDesk, textOf } from './render-desk.tsx'

const shown = async (): Promise<void> => {
  await waitFor(() => expect(panel('ranking') ?? panel('zhibo-in')).not.toBeNull())
}
const describedBy = (id: string): string => {
  const described = must(panel(id)).getAttribute('aria-describedby') ?? ''
  return document.getElementById(described)?.textContent ?? ''
}

describe('what a panel says in words', () => {
  it('is one sentence made from its data, with what is demo', async () => {
    renderDesk({ size: [3840, 1080] })
    await shown()
    expect(describedBy('kpi')).toBe('乡贤库覆盖3万余名，办理服务事项2.2万余件，服务满意度99.5%，服务回归项目958个，回归总投资526多亿元。')
    expect(describedBy('map')).toBe('地图·乡贤人数：江山市最多，6,980名；常山县最少，3,610名，均为演示数据。')
    expect(describedBy('loop')).toBe('诉求提交23,140件，受理立项22,870件，部门办理22,640件，办结反馈22,340件，回访评价18,960件，均为演示数据。')
    expect(describedBy('services')).toMatch(/^办理服务事项2021年11月[\d,]+件，.*最近2022年10月[\d,]+件，均为演示数据。$/)
    expect(describedBy('loans')).toMatch(/35\.82亿元；.*含演示数据。$/)
    expect(describedBy('ranking')).toMatch(/^2022-10综合得分：第1江山市92\.4分，.*第6常山县84\.7分※，均为演示数据。$/)
    for (const section of document.querySelectorAll<HTMLElement>('[data-panel]')) {
      const sentence = describedBy(section.dataset.panel ?? '')
      expect(sentence, section.dataset.panel).toMatch(/^[^。]+。$/)
      expect(sentence).not.toMatch(/undefined|null|NaN/)
    }
  })

  it('says nothing of demo where there is none', async () => {
    renderDesk({ snapshot: published() })
    await shown()
    for (const sentence of document.querySelectorAll('[data-panel] > .visually-hidden')) expect(sentence.textContent).not.toContain('演示')
  })

  it('is a real table one key away, put away by its button', async () => {
    renderDesk()
    await shown()
    const score = must(panel('ranking')).querySelector<HTMLElement>('.ranking-score')
    fireEvent.keyDown(must(score), { key: 't' })
    const dialog = screen.getByRole('dialog', { name: '争先晾晒·综合榜数据表' })
    expect(within(dialog).getAllByRole('columnheader').map(textOf)).toEqual(['地区', '名次', '综合得分', '上月', '期间', '状态'])
    expect(within(dialog).getAllByRole('rowheader').map(textOf)).toEqual(['江山市', '衢江区', '开化县', '龙游县', '柯城区', '常山县'])
    expect(textOf(within(dialog).getAllByRole('row')[1])).toMatch(/^江山市192\.4分[\d.]+分2022-10演示$/)
    fireEvent.click(within(dialog).getByRole('button', { name: '关闭' }))
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('opens by its button too, and not by T with a modifier', async () => {
    renderDesk()
    await shown()
    fireEvent.keyDown(must(must(panel('services')).querySelector('.table-button')), { key: 't', ctrlKey: true })
    expect(screen.queryByRole('dialog')).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: '办理服务·月度：数据表' }))
    expect(within(screen.getByRole('dialog')).getAllByRole('rowheader')).toHaveLength(12)
  })
})
