import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { observationsOf } from '#charts/panel-data.ts'
import { sceneAnswer } from '#contract/snapshot.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { sharedScope } from '#charts/shared-scope.ts'
import { COUNTY, deepPack } from '#tests/support/deep-pack.ts'
import { figures, renderDesk, sceneShown, textOf } from './render-desk.tsx'

const scenes = normal().document.scenes

/** What a figure of the city may say that it is for: 全市 or, of a part of it, its own scope. */
function scopesOf(figure: Element): ReadonlySet<string> {
  const [indicator, refArea] = (figure.getAttribute('data-figure') ?? '').split('@')
  const own = normal().observations.filter((o) => o.indicator === indicator && o.refArea === refArea)
  return new Set(own.map(({ scope }) => scope))
}

/** Of the city or, among what is, with a word of its own before it. */
const isSaid = (figure: Element): boolean =>
  figure.getAttribute('data-figure')?.endsWith('@330800') === true || figure.previousElementSibling?.matches('.figure-scope') === true

/** The words that stand in no other element: `市本级` beside a label, `范围：协会成员` under a chain. */
const printedIn = (around: Element): string[] => [...around.querySelectorAll('small, p')].flatMap((one) => textOf(one).replace('范围：', '').split('，'))

/** It stands right before another figure, and is its own. */
const isAnothers = ({ nextElementSibling: next }: Element, figure: Element): boolean => next !== figure && next?.matches('[data-figure]') === true

/** What the nearest thing around a figure that says a scope says. */
function saidBeside(figure: Element): readonly string[] {
  const head = figure.closest('[data-panel]')?.querySelector(':scope > .panel-head .figure-scope')
  if (head !== null && head !== undefined) return [textOf(head)]
  const right = scopesOf(figure)
  for (let around = figure.parentElement; around !== null && !around.matches('.scene'); around = around.parentElement) {
    const tags = [...around.querySelectorAll('.figure-scope')].filter((tag) => !isAnothers(tag, figure)).map(textOf)
    const said = tags.length > 0 ? tags : printedIn(around).filter((word) => right.has(word))
    if (said.length > 0) return [...around.querySelectorAll('[data-figure]')].every(isSaid) ? said : []
  }
  return []
}

const isSaidRightly = (figure: Element): boolean => {
  const [said, right] = [saidBeside(figure), scopesOf(figure)]
  return said.length > 0 && said.every((word) => right.has(word))
}

/** Tags beside which the same word stands as a remark. */
const saidTwice = (): string[] =>
  [...document.querySelectorAll('.figure-scope')].flatMap((tag) => {
    const around = tag.closest('li, .ripples-total') ?? tag.closest('[data-panel]')
    const others = [...(around?.querySelectorAll('small, p') ?? [])].filter((one) => !one.matches('.figure-scope, .visually-hidden'))
    return others.some((one) => textOf(one).split(/，|：/).includes(textOf(tag))) ? [textOf(around)] : []
  })

/** The panels that show nothing but figures of the city. */
function cityPanels(id: string): string[] {
  const answer = sceneAnswer(normal(), { id, region: '330881' })
  return answer.scene.panels.filter((panel) => sharedScope(observationsOf({ panel, answer }), answer) === '全市').map((panel) => panel.id)
}

const cityFigures = (): Element[] => [...document.querySelectorAll('[data-figure$="@330800"]')]

it.each(scenes.flatMap(({ id, title }) => [[id, title, [1920, 1080]] as const, [id, title, [820, 1180]] as const]))(
  '%s says beside each figure of the city what it is for while a county is looked at (%s, %j)',
  async (id, title, size) => {
    const desk = renderDesk({ search: `?scene=${id}&region=330881`, size })
    await sceneShown(title)
    await waitFor(() => expect(document.querySelector('[data-panel-state="loading"]')).toBeNull())
    expect(
      cityFigures()
        .filter((figure) => !isSaidRightly(figure))
        .map((figure) => `${figure.closest('[data-panel]')?.getAttribute('data-panel')} ${textOf(figure)} ${saidBeside(figure).join()}`)
    ).toEqual([])
    expect(saidTwice()).toEqual([])
    const shown = cityPanels(id).flatMap((panel) => document.querySelector(`[data-panel="${panel}"]`) ?? [])
    expect(shown.filter((panel) => panel.querySelector('.figure-scope') === null).map((panel) => panel.getAttribute('data-panel'))).toEqual([])
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
        .filter((figure) => saidBeside(figure).length === 0)
        .map(textOf)
    ).toEqual([])
    expect(document.querySelectorAll('.trend-region')).toHaveLength(0)
  })

  it('says both wider areas by name for a town', async () => {
    await deep(`?root=${COUNTY}&region=330892`)
    expect(new Set(scopes('kpi'))).toEqual(new Set(['江山市']))
    expect(new Set(scopes('results'))).toEqual(new Set(['江山市', '衢州市', '全市49个民族村', '南孔直播群英·同心荟协会成员', '市本级']))
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
