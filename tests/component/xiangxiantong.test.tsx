import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { empty } from '#mocks/fixtures/empty.ts'
import { published } from '#mocks/fixtures/published.ts'
import { must } from '#tests/support/panel-data.ts'
import { panel, renderDesk, textOf } from './render-desk.tsx'

const opened = async (setting: Parameters<typeof renderDesk>[0] = {}): Promise<void> => {
  renderDesk({ ...setting, search: `?scene=xiangxiantong${setting.search ?? ''}` })
  await waitFor(() => expect(panel('rings')).not.toBeNull(), { timeout: 10_000 })
}
const tagsOf = (id: string): string => textOf(panel(id)?.querySelector('.panel-tags'))
const sentence = (id: string): string => textOf(document.getElementById(`${id}-summary`))
const ids = (): (string | undefined)[] => [...document.querySelectorAll<HTMLElement>('[data-panel]')].map(({ dataset }) => dataset.panel)

afterEach(() => vi.restoreAllMocks())

describe('the scene of the platform', () => {
  it('counts levels, own places and what is not published beside the rings', async () => {
    await opened()
    const rings = textOf(panel('rings'))
    for (const words of ['省市县乡四级贯通', '贯通层级4级', '浙江省2022-08', '90个其中衢州6', '11个其中衢州1', '贯通数量未公布', '推广范围，不等于已全部完成'])
      expect(rings.replaceAll(' ', '')).toContain(words)
    fireEvent.click(must(panel('rings')?.querySelector('[data-figure="xxt.rolloutCounties@330000"]')))
    expect(textOf(screen.getByRole('dialog', { name: '来源与口径' }))).toContain('推广范围，不等于已全部完成')
  })

  it('names what of each panel is published and what is demo, invented names too', async () => {
    await opened()
    expect(['loop', 'warm', 'matters', 'loans', 'projects'].map(tagsOf)).toEqual([
      '演示',
      '总数已发布2022名称与分项演示',
      '总数已发布2022名称与分项演示',
      '总数已发布2022-10走势演示',
      '总数已发布2022-10分县演示'
    ])
    expect(sentence('matters')).toMatch(/^协同部门12个，协同事项44个，协同事项分12项（2022年）：.*最多，6个；.*最少，2个，含演示数据。$/)
    expect(sentence('projects')).toContain(
      '服务回归项目958个，回归总投资526多亿元，6个县（市、区）服务回归项目（截至2022年10月）：江山市最多，206个；常山县最少，111个'
    )
  })

  it('sends a period without room beside the title under its tags', async () => {
    let room = 240
    for (const side of ['clientWidth', 'clientHeight'] as const)
      vi.spyOn(HTMLElement.prototype, side, 'get').mockImplementation(function measured(this: HTMLElement) {
        return this.classList.contains('panel-tags') ? room : 0
      })
    await opened()
    expect(textOf(panel('loans')?.querySelector('.panel-period'))).toBe('2022-10')
    expect(panel('loop')?.querySelector('.panel-period')).toBeNull()
    cleanup()
    room = 400
    await opened()
    expect(document.querySelector('.panel-period')).toBeNull()
    expect(tagsOf('loans')).toBe('总数已发布2022-10走势演示')
  })

  it('keeps the 958 apart from the 518 in words', async () => {
    await opened()
    expect(textOf(panel('projects'))).toContain('近三年518个不是同一口径，不得相加')
  })

  it('has the room for both definitions on the widest wall', async () => {
    await opened({ size: [3840, 1080] })
    expect(textOf(panel('definitions'))).toContain('近三年')
  })

  it('has published figures and reasons in the place of splits that are not', async () => {
    await opened({ snapshot: published() })
    expect(ids()).toEqual(expect.arrayContaining(['warm-in', 'definitions-in']))
    expect(ids()).toEqual(expect.not.arrayContaining(['loop']))
    expect(textOf(panel('warm-in'))).toContain('10项十项服务的名称与分项办理量未公布')
    expect(textOf(panel('matters'))).toContain('部门名称与各部门事项数未公布')
    expect(textOf(panel('loans'))).toContain('分月走势未公布')
    expect(textOf(panel('projects'))).toContain('分县数据未公布')
    expect(document.body.textContent).not.toMatch(/演示|统战部|政策咨询/)
  })

  it('says where nothing is published at all', async () => {
    await opened({ snapshot: empty() })
    expect(textOf(panel('projects'))).toContain('本期无已发布数据')
    expect(textOf(panel('rings'))).toContain('本期无已发布数据')
  })
})
