import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { hidden } from '#mocks/fixtures/hidden.ts'
import { partial } from '#mocks/fixtures/partial.ts'
import { published } from '#mocks/fixtures/published.ts'
import { must } from '#tests/support/panel-data.ts'
import { pageText, panel, renderDesk, states, textOf, sceneShown } from './render-desk.tsx'

async function opened({ search = '', ...setting }: NonNullable<Parameters<typeof renderDesk>[0]> = {}) {
  const desk = renderDesk({ ...setting, search: `?scene=liangshai${search}` })
  await sceneShown('争先晾晒')
  return desk
}

const rows = (): string[] => [...document.querySelectorAll('.league-row')].map((row) => textOf(row))
const names = (): string[] => [...document.querySelectorAll('.league-name')].map((name) => textOf(name))
const card = (): string => textOf(screen.getByRole('dialog', { name: '来源与口径' }))

describe('the league', () => {
  it('has the table of the design, and its words', async () => {
    await opened()
    expect(states()).toEqual({ head: 'live', league: 'live', rules: 'live' })
    expect(names()).toEqual(['江山市', '衢江区', '开化县', '龙游县', '柯城区', '常山县'])
    expect(rows()[0]).toBe('1江山市名次不变—办理服务93.0第2回归项目96.0第1满意度91.5第3乡贤宝94.0第1亲清平台81.0第592.4')
    expect(rows()[5]).toContain('缺报')
    expect(rows()[5]).toContain('84.7※')
    expect(textOf(panel('head'))).toContain('综合得分＝各项得分×权重之和，满分100办理服务30%回归项目25%满意度20%乡贤宝15%亲清平台10%')
    expect(textOf(panel('head'))).toContain('名次、得分、权重与规则均为演示')
    expect(
      within(must(panel('rules')))
        .getAllByRole('heading')
        .map(textOf)
    ).toEqual(['并列怎么排', '缺报怎么算', '得分怎么来', '什么时候隐藏名次'])
  })

  it('says at its foot that all is demo, where others name their source', async () => {
    await opened()
    expect(textOf(document.querySelector('.dock-source'))).toBe('全部为演示')
  })

  it('has a head with its tag over the map of totals, and nothing to switch', async () => {
    await opened({ size: [3840, 1080] })
    expect(textOf(panel('totals')?.querySelector('.panel-head'))).toBe('综合得分演示')
    expect(panel('totals')?.querySelector('.metric-switch')).toBeNull()
    expect(textOf(panel('totals')?.querySelector('.map-legend'))).toContain('综合得分，分')
  })

  it('tells of every score where it comes from', async () => {
    await opened()
    await userEvent.click(must(document.querySelector<HTMLElement>('[data-value="ls.score@330822"]')))
    expect(card()).toContain('缺一项，按其余权重折算（※）')
    expect(card()).toContain('权重办理服务30%，回归项目25%')
    await userEvent.click(must(document.querySelector<HTMLElement>('[data-value="ls.loans@330881"]')))
    expect(card()).toContain('乡贤宝得分94.0分')
    expect(card()).toContain('状态演示')
    expect(document.querySelectorAll('.lane [data-value]')).toHaveLength(30)
  })

  it('goes back with the period', async () => {
    await opened({ search: '&period=2022-09' })
    expect(names()).toEqual(['江山市', '龙游县', '衢江区', '柯城区', '开化县', '常山县'])
    expect(textOf(document.querySelector('.league-heads time'))).toBe('2022-09')
  })

  it('turns solid where a county has reported, and names why another has no rank', async () => {
    await opened({ snapshot: partial() })
    expect(rows().slice(4)).toEqual([expect.stringContaining('常山县'), expect.stringContaining('开化县')])
    expect(rows()[4]).toMatch(/不公布.*未排名/)
    expect(rows()[5]).toMatch(/缺报.*未排名/)
    expect([...document.querySelectorAll('.league-row:first-child .lane')].map(({ className }) => className.includes('is-demo'))).toEqual(Array(5).fill(false))
    expect(document.querySelectorAll('.league-row:nth-child(2) .lane.is-demo')).toHaveLength(5)
  })

  it('has a map of totals and a table for each item on the widest wall', async () => {
    await opened({ size: [3840, 1080] })
    expect(states()).toEqual({ head: 'live', league: 'live', rules: 'live', totals: 'live', items: 'live' })
    expect(textOf(panel('totals'))).toContain('综合得分')
    expect(document.querySelectorAll('.sub-leagues ol')).toHaveLength(5)
    expect(textOf(document.querySelector('.sub-leagues li'))).toMatch(/^办理服务权重30%第1柯城区94\.0第2江山市93\.0/)
  })

  it('opens a row in the hand, and the picture by its own button', async () => {
    await opened({ size: [820, 1180] })
    expect(document.querySelectorAll('.lane')).toHaveLength(5)
    expect(document.querySelectorAll('.league-row .lane')).toHaveLength(0)
    await userEvent.click(screen.getByRole('button', { name: '开化县' }))
    expect(textOf(document.querySelector('.league-row .lanes'))).toContain('满意度96.0第1')
    await userEvent.click(screen.getByRole('button', { name: '名次变化' }))
    expect(document.querySelectorAll('.league-row')).toHaveLength(0)
    expect(screen.getByRole('group', { name: '名次变化，近12个月' })).toBeInTheDocument()
  })

  it('shows no invented method where there is no score', async () => {
    await opened({ snapshot: published() })
    expect(states()).toEqual({ head: 'live', league: 'empty', rules: 'live' })
    expect(pageText()).not.toMatch(/演示|权重|30%/)
    expect(textOf(panel('head'))).toContain('本期没有已发布或报送的得分')
  })
})

describe('hidden ranks', () => {
  it('leave each county against itself, in the order of the codes', async () => {
    await opened({ snapshot: hidden() })
    expect(states()).toEqual({ head: 'live', own: 'live', rules: 'live' })
    expect(names()).toEqual(['柯城区', '衢江区', '常山县', '开化县', '龙游县', '江山市'])
    expect([...document.querySelectorAll('.change-total')].map(textOf)).toEqual(['−0.3', '+1.9', '+0.8※', '+3.1', '−2.2', '+0.8'])
    expect(textOf(panel('head'))).toContain('名次已隐藏')
    expect([...document.querySelectorAll('.change-total.is-fall')]).toHaveLength(2)
  })

  it.each([
    [1920, 1080],
    [3840, 1080],
    [820, 1180]
  ] as const)('leave no rank and no score in the page at %d x %d', async (width, height) => {
    await opened({ snapshot: hidden(), size: [width, height] })
    const html = document.body.innerHTML
    expect(html).toContain('名次已隐藏')
    expect(html).not.toMatch(/[89]\d\.\d/)
    expect(pageText()).not.toMatch(/第\d(?!版)|并列第|▲|▼/)
    expect(html).not.toMatch(/is-first|is-best/)
  })

  it('take the ranking of the overview with them', async () => {
    renderDesk({ snapshot: hidden() })
    await sceneShown('总览')
    expect(states()).toEqual({ map: 'live', kpi: 'live', 'changes-in': 'live', results: 'live', services: 'live', loans: 'live' })
    expect(textOf(panel('changes-in'))).toContain('名次已隐藏')
    expect([...document.querySelectorAll('.change-line > span')].map(textOf)).toEqual(['柯城区', '衢江区', '常山县', '开化县', '龙游县', '江山市'])
  })

  it('tell of a change what it is against', async () => {
    await opened({ snapshot: hidden(), search: '&period=2022-04' })
    await userEvent.click(must(document.querySelector<HTMLElement>('.change-total[data-value="ls.score.change@330822"]')))
    expect(card()).toContain('说明较2022-02')
  })
})
