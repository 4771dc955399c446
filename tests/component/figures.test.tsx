import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { published } from '#mocks/fixtures/published.ts'
import { must } from '#tests/support/panel-data.ts'
import { figures, renderDesk, sceneShown } from './render-desk.tsx'

const oracle = z
  .object({ figures: z.array(z.object({ code: z.string(), refArea: z.string(), display: z.string() })) })
  .parse(JSON.parse(readFileSync('tests/fixtures/published-figures.json', 'utf8')))
const oracleOf = (code: string) =>
  must(
    oracle.figures.find((entry) => entry.code === code),
    `oracle of ${code}`
  )

const SHARED = [
  'xxt.members',
  'xxt.services',
  'xxt.satisfaction',
  'xxt.projects',
  'xxt.investment',
  'xxt.loanAmount',
  'xxt.loanProjects',
  'zs.investment',
  'zs.projects',
  'zb.sales',
  'zb.audience',
  'st.canteens',
  'st.coverage',
  'mz.income',
  'mz.villages',
  'qq.demands',
  'qq.sessions',
  'qq.satisfaction',
  'yl.events'
]
const WINGS = [
  'xxt.rolloutLevels',
  'xxt.rolloutCities',
  'xxt.rolloutCounties',
  'xxt.departments',
  'xxt.matters',
  'zb.broadcasts',
  'zb.fans',
  'st.points',
  'qq.countyEvents',
  'lj.exchanges',
  'zj.visitors'
]
const STAND_INS = [
  'zb.broadcasts',
  'zb.products',
  'zb.fans',
  'lj.exchanges',
  'zj.visitors',
  'st.points',
  'st.funds',
  'qq.countyPlatforms',
  'qq.countyEvents',
  'xxt.matters',
  'xxt.questionnaires'
]
const WIDE_STAND_INS = [
  ...WINGS,
  'jz.mechanisms',
  'yl.awards',
  'jz.national',
  'jz.provincial',
  'zj.groups',
  'zj.forums',
  'zs.congresses',
  'mz.collectiveFloor',
  'mz.models',
  'xxt.warmServices',
  'qq.countyPlatforms',
  'st.funds',
  'zb.products',
  'xxt.questionnaires'
]

/** Every phrase on the page, by its key, against the oracle. */
function shownPhrases(): Set<string> {
  const shown = [...document.querySelectorAll<HTMLElement>('[data-figure]')]
  for (const { dataset, textContent } of shown) {
    const [code = '', area] = (dataset.figure ?? '').split('@')
    expect([dataset.figure, (textContent ?? '').replaceAll(/\s/g, '')]).toEqual([`${code}@${area}`, oracleOf(code).display])
    expect(area).toBe(oracleOf(code).refArea)
  }
  return new Set(shown.map(({ dataset }) => (dataset.figure ?? '').split('@')[0] ?? ''))
}

describe('the published phrases of the overview', () => {
  it.each([
    ['wall', [1920, 1080], SHARED],
    ['ultrawide', [3840, 1080], [...SHARED, ...WINGS]],
    ['column', [820, 1180], SHARED]
  ] as const)('stand on the %s, each as it was printed', async (form, size, codes) => {
    renderDesk({ size })
    await sceneShown('总览')
    expect(document.documentElement.dataset.form).toBe(form)
    expect(shownPhrases()).toEqual(new Set(codes))
    for (const code of codes) expect(figures(code, oracleOf(code).refArea)).toContain(oracleOf(code).display)
  })

  it.each([
    ['wall', [1920, 1080], [...SHARED, ...STAND_INS]],
    ['ultrawide', [3840, 1080], [...SHARED, ...WIDE_STAND_INS]]
  ] as const)('fill the %s without demo figures', async (_form, size, codes) => {
    renderDesk({ size, snapshot: published() })
    await sceneShown('总览')
    expect(shownPhrases()).toEqual(new Set(codes))
  })

  it('have a gap and no comma from five digits on, and stand apart from the words around them', async () => {
    renderDesk()
    await sceneShown('总览')
    const income = must(document.querySelector('[data-figure="mz.income@330800"]'))
    expect(income.textContent).toBe('26465元')
    expect(income.querySelector('.figure-gap')?.textContent).toBe('465')
    const demands = must(document.querySelector('[data-figure="qq.demands@330800"]'))
    expect([demands.textContent, demands.parentElement?.textContent]).toEqual(['167个', '167个诉求'])
  })

  it('have roles of their own in the typography', async () => {
    renderDesk()
    await sceneShown('总览')
    const pieces = (key: string): string[] =>
      [...must(document.querySelector(`[data-figure="${key}"]`)).children].map((child) => `${child.tagName.toLowerCase()} ${child.textContent ?? ''}`)
    expect(pieces('xxt.investment@330800')).toEqual(['b 526', 'i 多', 'i 亿', 'i 元'])
    expect(pieces('zs.investment@330800')).toEqual(['i 超', 'b 1200', 'i 亿', 'i 元'])
  })
})
