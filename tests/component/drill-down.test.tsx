import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { observationsOf } from '#charts/panel-data.ts'
import { sceneAnswer } from '#contract/snapshot.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { sharedScope } from '#panel-kit/shared-scope.ts'
import { COUNTY, deepPack } from '#tests/support/deep-pack.ts'
import { figures, renderDesk, sceneShown, textOf } from './render-desk.tsx'

const scenes = normal().document.scenes

/** Of the city or, among what is, with a word of its own before it. */
const isSaid = (figure: Element): boolean =>
  figure.getAttribute('data-figure')?.endsWith('@330800') === true || figure.previousElementSibling?.matches('.figure-scope') === true

/** The nearest thing around a figure that also says a scope. */
function saidBeside(figure: Element): boolean {
  const head = figure.closest('[data-panel]')?.querySelector(':scope > .panel-head .figure-scope')
  if (head !== null && head !== undefined) return true
  for (let around = figure.parentElement; around !== null && !around.matches('[data-panel]'); around = around.parentElement) {
    const said = around.querySelector('.figure-scope')
    if (said !== null) return [...around.querySelectorAll('[data-figure]')].every(isSaid)
  }
  return false
}

/** The panels that show nothing but figures of the city. */
function cityPanels(id: string): string[] {
  const answer = sceneAnswer(normal(), { id, region: '330881' })
  return answer.scene.panels.filter((panel) => sharedScope(observationsOf({ panel, answer }), answer) === '全市').map((panel) => panel.id)
}

const cityFigures = (): Element[] => [...document.querySelectorAll('[data-figure$="@330800"]')]

it.each(scenes.flatMap(({ id, title }) => [[id, title, [1920, 1080]] as const, [id, title, [820, 1180]] as const]))(
  '%s says 全市 beside each figure of the city while a county is looked at (%s, %j)',
  async (id, title, size) => {
    const desk = renderDesk({ search: `?scene=${id}&region=330881`, size })
    await sceneShown(title)
    await waitFor(() => expect(document.querySelector('[data-panel-state="loading"]')).toBeNull())
    expect(
      cityFigures()
        .filter((figure) => !saidBeside(figure))
        .map((figure) => `${figure.closest('[data-panel]')?.getAttribute('data-panel')} ${textOf(figure)}`)
    ).toEqual([])
    const shown = cityPanels(id).flatMap((panel) => document.querySelector(`[data-panel="${panel}"]`) ?? [])
    expect(shown.filter((panel) => panel.querySelector('.figure-scope') === null).map((panel) => panel.getAttribute('data-panel'))).toEqual([])
    expect([...document.querySelectorAll('.figure-scope')].map(textOf).filter((word) => word !== '全市')).toEqual([])
    desk.unmount()
  }
)

describe('a level down', () => {
  const deep = async (search: string) => {
    const desk = renderDesk({ snapshot: deepPack(), search, size: [820, 1180] })
    await sceneShown('总览')
    await waitFor(() => expect(document.querySelector('[data-panel-state="loading"]')).toBeNull())
    return desk
  }
  const scopes = (panel: string): string[] => [...document.querySelectorAll(`[data-panel="${panel}"] .figure-scope`)].map(textOf)

  it('shows the towns of the county, its own figures unmarked and the rest by whose they are', async () => {
    await deep(`?root=${COUNTY}`)
    expect(figures('xxt.members', COUNTY)).toEqual(['6980名'])
    expect(figures('xxt.members')).toEqual([])
    expect(scopes('kpi')).toEqual([])
    expect(figures('qq.demands')).toEqual(['167个'])
    expect(
      cityFigures()
        .filter((figure) => !saidBeside(figure))
        .map(textOf)
    ).toEqual([])
    expect(document.querySelectorAll('.trend-region')).toHaveLength(0)
  })

  it('says both wider areas by name for a town', async () => {
    await deep(`?root=${COUNTY}&region=330892`)
    expect(new Set(scopes('kpi'))).toEqual(new Set(['江山市']))
    expect(new Set(scopes('results'))).toEqual(new Set(['江山市', '衢州市']))
    expect([...document.querySelectorAll('.trend-region')].map(textOf)).toContain('乙镇')
  })

  it.each(['110000', '330000', '330824', '330891'])('degrades to the root for %s, and keeps the region', async (root) => {
    await deep(`?root=${root}&region=330881`)
    expect(figures('xxt.members')).toEqual(['3万余名'])
    expect([...document.querySelectorAll('.trend-region')].map(textOf)).toEqual(['江山市', '江山市'])
  })

  it('degrades to the county for a region that is no part of it', async () => {
    await deep(`?root=${COUNTY}&region=330824`)
    expect(figures('xxt.members', COUNTY)).toEqual(['6980名'])
    expect(scopes('kpi')).toEqual([])
  })

  it('comes back by the browser', async () => {
    await deep('')
    act(() => {
      history.pushState(null, '', `/?root=${COUNTY}`)
      window.dispatchEvent(new PopStateEvent('popstate'))
    })
    await waitFor(() => expect(figures('xxt.members', COUNTY)).toEqual(['6980名']))
    act(() => {
      history.replaceState(null, '', '/')
      window.dispatchEvent(new PopStateEvent('popstate'))
    })
    await waitFor(() => expect(figures('xxt.members')).toEqual(['3万余名']))
  })

  it('has the areas of the region on the map', async () => {
    await deep(`?root=${COUNTY}`)
    expect(textOf(document.querySelector('#map-summary'))).toMatch(/^地图·乡贤人数：甲镇最多，6,980名；.镇最少，0名/)
  })
})

describe('a county', () => {
  it('stands with its own figure under that of the whole, in the hand', async () => {
    renderDesk({ search: '?region=330881', size: [820, 1180] })
    await sceneShown('总览')
    const own = [...document.querySelectorAll('.kpi-own')].map(textOf)
    expect(own).toEqual(['江山市6,980名演示', '江山市4,520件演示', '江山市206个演示', '江山市112.8亿元演示'])
    await userEvent.click(screen.getByRole('button', { name: /江山市 6,980名/ }))
    expect(await screen.findByRole('dialog', { name: '来源与口径' })).toHaveTextContent('江山市 · 全市')
  })

  it('has it on no wall', async () => {
    renderDesk({ search: '?region=330881' })
    await sceneShown('总览')
    expect(document.querySelectorAll('.kpi-own')).toHaveLength(0)
  })

  it('says nothing of scopes without one', async () => {
    renderDesk()
    await sceneShown('总览')
    expect(document.querySelectorAll('.figure-scope')).toHaveLength(0)
  })
})

describe('the period that is looked at', () => {
  const at = async (period: string, more = '') => {
    renderDesk({ search: `?period=${period}${more}`, size: [820, 1180] })
    await sceneShown('总览')
    await waitFor(() => expect(document.querySelector('[data-panel-state="loading"]')).toBeNull())
  }

  it('is told by the ranking and by the map, and by the figures that have another', async () => {
    await at('2022-03', '&metric=xxt.services')
    expect(textOf(document.querySelector('.ranking-period'))).toBe('2022-03')
    expect(textOf(document.querySelector('.map-period'))).toBe('2022年3月')
    expect([...document.querySelectorAll('.kpi-label small')].map(textOf)).toEqual(Array(5).fill('2022-10'))
  })

  it('leaves what has no months by then with its own period, and says it', async () => {
    await at('2021-06')
    expect(textOf(document.querySelector('.ranking-period'))).toBe('2022-10')
    expect(textOf(document.querySelector('.map-period'))).toBe('2022年10月')
  })
})
