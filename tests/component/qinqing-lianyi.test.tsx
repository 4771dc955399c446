import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { empty } from '#mocks/fixtures/empty.ts'
import { partial } from '#mocks/fixtures/partial.ts'
import { published } from '#mocks/fixtures/published.ts'
import { must } from '#tests/support/panel-data.ts'
import { figures, panel, renderDesk, textOf } from './render-desk.tsx'

type Setting = Parameters<typeof renderDesk>[0]

async function opened(scene: string, setting: Setting = {}): Promise<void> {
  renderDesk({ ...setting, search: `?scene=${scene}${setting.search ?? ''}` })
  await waitFor(() => expect(panel('programmes')).not.toBeNull(), { timeout: 10_000 })
}
const tagsOf = (id: string): string => textOf(panel(id)?.querySelector('.panel-tags'))
const sentence = (id: string): string => textOf(document.getElementById(`${id}-summary`))
const rings = (name: string): { count: number; demo: boolean } => {
  const row = must(
    within(must(panel('platforms')))
      .getByText(name)
      .closest('li')
  )
  return { count: row.querySelectorAll('.units-rings i').length, demo: row.classList.contains('is-demo') }
}

describe('the scene of the talks', () => {
  it('has its published phrases to the character', async () => {
    await opened('qinqing')
    expect(['qq.sessions', 'qq.demands', 'qq.satisfaction', 'qq.countyPlatforms', 'qq.countyEvents'].map((id) => figures(id))).toEqual([
      ['11期'],
      ['167个'],
      ['99.3%'],
      ['6个'],
      ['24场']
    ])
  })

  it('says of each panel what is demo, and of the wave what is still in hand', async () => {
    await opened('qinqing')
    expect(['loop', 'platforms'].map(tagsOf)).toEqual(['部分已发布其余演示', '总数已发布2022-10分县演示'])
    expect(textOf(panel('wave'))).toContain('分期诉求数与日期为演示一圈一个诉求，圈内有点为已答复，空圈为办理中，共9个；')
    expect(sentence('wave')).toContain('第8期（9月上）最多，19个；第1期（5月下）最少，12个；仍在办理：第10期（10月上）2个，第11期（10月下）7个')
    expect(sentence('loop')).toContain('收集204个，梳理办理167个，已答复158个')
  })

  it('has one ring for each event, solid where a county has reported, none where it has not', async () => {
    await opened('qinqing', { snapshot: partial() })
    expect(['柯城区', '江山市', '开化县'].map(rings)).toEqual([
      { count: 5, demo: true },
      { count: 5, demo: false },
      { count: 0, demo: false }
    ])
    expect(textOf(panel('platforms'))).toContain('开化县未报')
    expect(textOf(panel('platforms'))).toContain('常山县不予公布')
  })

  it('lists the platforms by name, the talk itself being the title', async () => {
    await opened('qinqing')
    expect([...must(panel('programmes')).querySelectorAll('.programmes li')].map(textOf)).toEqual([
      '亲清茶叙',
      '亲清健康加油站',
      '钱江源亲清半月谈',
      '青蓝接力赛',
      '清廉新衢商'
    ])
    expect(screen.getByRole('heading', { level: 2, name: '亲清半月谈' })).toBeInTheDocument()
  })

  it('shows totals and says what is not published, without a word of demo', async () => {
    await opened('qinqing', { snapshot: published() })
    expect(textOf(panel('wave'))).toContain('一个半月形为一期，分期诉求数未公布')
    expect(textOf(panel('loop'))).toContain('收集未公布梳理办理167已发布已答复未公布')
    expect(textOf(panel('platforms'))).toContain('分县数据未公布')
    expect(document.body.textContent).not.toMatch(/演示|一圈一/)
  })

  it('has the title and the names where nothing is published', async () => {
    await opened('qinqing', { snapshot: empty() })
    expect(textOf(panel('wave'))).toContain('本期无已发布数据')
    expect(textOf(panel('programmes'))).toContain('亲清茶叙')
  })
})

describe('the scene of ties and harmony', () => {
  it('has its published phrases to the character', async () => {
    await opened('lianyi')
    expect(['lj.exchanges', 'lj.associations', 'zj.groups', 'zj.forums', 'zj.visitors'].map((id) => figures(id))).toEqual([
      ['40余场次'],
      ['2个'],
      ['6个'],
      ['25场次'],
      ['1.2万余人次']
    ])
  })

  it('has six seats, all alike and without a name', async () => {
    await opened('lianyi')
    const seats = [...must(panel('groups')).querySelectorAll('.seats-seat')]
    expect(seats).toHaveLength(6)
    expect(new Set(seats.map((seat) => [...seat.attributes].map(({ name }) => name).join())).size).toBe(1)
    expect(textOf(panel('groups'))).not.toMatch(/佛|道|伊斯兰|天主|基督/)
  })

  it('names both associations and every programme of the theme', async () => {
    await opened('lianyi')
    expect(sentence('ripples')).toContain('香港南孔商会，澳门南孔衢州联谊会')
    const words = textOf(document.querySelector('main'))
    for (const name of [
      '两子文化润侨工程',
      '千年儒风润侨心',
      '孔氏南宗家庙祭孔大典侨领方阵',
      '儒家开蒙礼仪程首发式',
      '烂柯棋院与布拉格爱华中文学校合作',
      '宗教有礼园',
      '有礼讲坛·之江问道'
    ])
      expect(words).toContain(name)
  })

  it('has no split where none is published, and says so', async () => {
    await opened('lianyi', { snapshot: published() })
    expect(textOf(panel('forums'))).toContain('分月场次未公布')
    expect(textOf(panel('visitors'))).toContain('分月走势未公布')
    expect(document.body.textContent).not.toContain('演示')
  })
})
