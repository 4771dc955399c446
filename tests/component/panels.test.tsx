import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Panel } from '#contract/scene.ts'
import type { Snapshot } from '#contract/snapshot.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { partial } from '#mocks/fixtures/partial.ts'
import { published } from '#mocks/fixtures/published.ts'
import { expectConsole } from '#tests/setup-console.ts'
import { changed, must } from '#tests/support/panel-data.ts'
import { figures, header, pageText, panel, renderDesk, states, stateOf, textOf, sceneShown } from './render-desk.tsx'

async function opened(setting?: Parameters<typeof renderDesk>[0]) {
  const desk = renderDesk(setting)
  await sceneShown('总览')
  return desk
}

function withPanels(change: (panel: Panel) => Panel | null, snapshot = normal()): Snapshot {
  const scenes = snapshot.document.scenes.map((scene) => ({ ...scene, panels: scene.panels.flatMap((one) => change(one) ?? []) }))
  return { ...snapshot, document: { ...snapshot.document, scenes } }
}

describe('one panel that breaks', () => {
  it('leaves the others live, and heals with new data', async () => {
    expectConsole(/panel failed:/)
    expectConsole(/\[|options|rows/)
    const { repository } = await opened({ snapshot: withPanels((one) => (one.id === 'results' ? { ...one, options: { rows: 'none' } } : one)) })
    expect(states()).toEqual({ map: 'live', kpi: 'live', ranking: 'live', services: 'live', results: 'error', loans: 'live' })
    expect(textOf(panel('results'))).toMatch(/本面板取数失败，其余面板正常上次成功\d\d:\d\d收到新数据后自动重试/)
    const healed = normal()
    repository.announce({ ...healed, release: { ...healed.release, release: 2 } })
    await screen.findByText('双招双引')
    expect(stateOf('results')).toBe('live')
  })

  it('of an unknown kind is named, and the scene becomes ready', async () => {
    await opened({ snapshot: withPanels((one) => (one.id === 'results' ? { ...one, kind: 'no-such-kind' } : one.id === 'kpi' ? one : null)) })
    expect(states()).toEqual({ kpi: 'live', results: 'error' })
    expect(textOf(panel('results'))).toContain('没有这种面板：no-such-kind')
    expect(document.documentElement.dataset.ready).toBe('true')
  })
})

describe('a view without demo figures', () => {
  it.each([
    [1920, 1080],
    [3840, 1080],
    [820, 1180]
  ] as const)('has the word 演示 nowhere and no empty panel at %d x %d', async (width, height) => {
    await opened({ snapshot: published(), size: [width, height] })
    expect(pageText()).not.toContain('演示')
    expect(document.body.innerHTML).not.toMatch(/演示|is-demo|tag-demo/)
    expect(Object.values(states()).filter((state) => state !== 'live')).toEqual([])
    expect(textOf(panel('map'))).toContain('分县数据未公布')
    expect(document.querySelectorAll('[data-figure]').length).toBeGreaterThan(25)
  })

  it('has a key and a source for what is there only', async () => {
    await opened({ snapshot: published() })
    const dock = textOf(document.querySelector('.dock'))
    expect(dock).toContain('实心已发布')
    expect(dock).not.toContain('斜纹')
    expect(dock).toContain('来源衢州统一战线专版2022-10')
    expect(header()).toContain('数据截至2022-10')
  })
})

describe('a view with demo figures', () => {
  it('says so at each of them, in words', async () => {
    await opened({ size: [3840, 1080] })
    expect(textOf(panel('ranking')?.querySelector('.panel-tags'))).toBe('演示')
    expect(textOf(panel('services')?.querySelector('.panel-tags'))).toBe('演示')
    expect(textOf(panel('loans')?.querySelector('.panel-tags'))).toBe('总数已发布2022-10走势演示')
    expect(textOf(panel('results')?.querySelector('.panel-tags'))).toBe('已发布2022-10')
    expect(textOf(panel('loop')?.querySelector('.panel-tags'))).toBe('演示')
    expect(textOf(panel('map'))).toContain('县级拆分为演示')
    expect(textOf(document.querySelector('.dock'))).toContain('斜纹演示')
    expect(textOf(panel('map'))).toContain('示意图')
  })

  it('has the marks of demo where values are demo', async () => {
    await opened({ size: [3840, 1080] })
    expect(must(panel('ranking')).querySelectorAll('.ranking-row.is-demo')).toHaveLength(6)
    expect(must(panel('loop')).querySelectorAll('.stages-lane i.is-demo')).toHaveLength(5)
    expect(must(panel('levels')).querySelectorAll('circle.rings-own')).toHaveLength(7)
    expect(must(panel('levels')).querySelectorAll('circle.rings-dot')).toHaveLength(94)
  })

  it('turns solid where values are reported', async () => {
    const reported = changed(normal(), (o) => (o.origin === 'demo' ? { ...o, origin: 'reported', source: 'qz-2022-10' } : o))
    await opened({ snapshot: reported, size: [3840, 1080] })
    expect(document.querySelectorAll('.is-demo, .tag-demo')).toHaveLength(0)
    expect(textOf(panel('ranking')?.querySelector('.panel-tags'))).toBe('已报送2022-10')
    expect(textOf(document.querySelector('.dock'))).toContain('实心已报送')
  })
})

describe('a view with gaps', () => {
  it('names those without a score, and the mixture of origins', async () => {
    await opened({ snapshot: partial() })
    const rows = within(must(panel('ranking')))
      .getAllByRole('listitem')
      .map(textOf)
    expect(rows.slice(0, 6).map((row) => row.replace(/[▲▼—].*|名次.*|无上月.*/, ''))).toEqual([
      '1江山市92.4',
      '2衢江区90.8',
      '3龙游县87.6',
      '4柯城区86.3',
      '常山县未排名',
      '开化县未排名'
    ])
    expect(textOf(panel('ranking')?.querySelector('.panel-tags'))).toBe('部分已报送其余演示')
    expect([...must(panel('ranking')).querySelectorAll('.ranking-row.is-demo .ranking-name')].map(textOf)).toEqual(['衢江区', '龙游县', '柯城区'])
    expect(states()).toEqual({ map: 'live', kpi: 'live', ranking: 'live', services: 'live', results: 'live', loans: 'live' })
  })

  it('leaves out a line that lacks its figure', async () => {
    await opened({ snapshot: partial() })
    expect(textOf(screen.getByRole('heading', { name: '共享食堂' }).parentElement)).toBe('共享食堂')
    expect(figures('st.coverage')).toEqual([])
    expect(figures('st.canteens')).toEqual(['290个'])
  })
})
