import { fireEvent, waitFor, within } from '@testing-library/react'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { normal } from '#mocks/fixtures/normal.ts'
import { published } from '#mocks/fixtures/published.ts'
import { changed, must } from '#tests/support/panel-data.ts'
import { figures, pageText, panel, renderDesk, stateOf, textOf } from './render-desk.tsx'

const Oracle = z.object({
  figures: z.array(z.object({ code: z.string(), theme: z.string(), refArea: z.string(), display: z.string() })),
  programmes: z.array(z.object({ theme: z.string(), name: z.string() }))
})
const oracle = Oracle.parse(JSON.parse(readFileSync('tests/fixtures/published-figures.json', 'utf8')))

const SIZES = [
  ['the wall', [1920, 1080]],
  ['the wide wall', [3840, 1080]],
  ['the tablet', [820, 1180]]
] as const

const shown = async (id: string): Promise<void> => {
  await waitFor(() => expect(stateOf(id)).toBe('live'))
}

describe.each([
  ['minzu', 'stories'],
  ['zhibo', 'chain']
])('scene %s', (scene, first) => {
  it.each(SIZES)('shows every published figure of its theme and names its programmes on %s', async (_, size) => {
    renderDesk({ search: `?scene=${scene}`, size })
    await shown(first)
    for (const { code, refArea, display } of oracle.figures.filter(({ theme }) => theme === scene)) expect(figures(code, refArea), code).toContain(display)
    for (const { name } of oracle.programmes.filter(({ theme }) => theme === scene)) expect(pageText()).toContain(name)
  })

  it.each(SIZES)('says of everything that is not published why it is not there on %s', async (_, size) => {
    renderDesk({ search: `?scene=${scene}`, size, snapshot: published() })
    await shown(first)
    expect(document.querySelectorAll('[data-panel-state="empty"]')).toHaveLength(0)
    expect(pageText()).toMatch(/未公布/)
    expect(pageText()).not.toContain('演示')
  })
})

describe('the story cards', () => {
  it('say that a forecast is one, and draw a range as a bar', async () => {
    renderDesk({ search: '?scene=minzu' })
    await shown('stories')
    const [pushan, , zaotian] = must(panel('stories')).querySelectorAll<HTMLElement>('.story')
    expect(textOf(pushan)).toContain('将突破100万元预计')
    expect(must(pushan).querySelector('.is-forecast')).not.toBeNull()
    const bar = must(must(zaotian).querySelector<HTMLElement>('.story-range i'))
    expect(Number.parseFloat(bar.style.width)).toBeGreaterThan(10)
    expect(bar.className).toBe('')
  })

  it('say that their maps are schematic', async () => {
    renderDesk({ search: '?scene=minzu' })
    await shown('stories')
    await waitFor(() => expect(must(panel('stories')).querySelectorAll('path.is-lit')).toHaveLength(3))
    expect([...must(panel('stories')).querySelectorAll('figcaption')].map(textOf)).toEqual(['示意图', '示意图', '示意图'])
  })

  it('stand without their maps where the boundaries do not come', async () => {
    const { document: own, ...rest } = normal()
    renderDesk({ search: '?scene=minzu', snapshot: { ...rest, document: { ...own, boundaries: { type: 'FeatureCollection', features: [] } } } })
    await shown('stories')
    expect(must(panel('stories')).querySelectorAll('.story')).toHaveLength(3)
  })
})

describe('the skyline', () => {
  it('has the floor and the forecast as phrases of their own', async () => {
    renderDesk({ search: '?scene=minzu' })
    await shown('skyline')
    const sky = within(must(panel('skyline')))
    expect(textOf(must(panel('skyline')).querySelector('.skyline-floor'))).toBe('2021年超20万元')
    expect(textOf(must(panel('skyline')).querySelector('.skyline-floor [data-figure]'))).toBe('超20万元')
    expect(textOf(must(panel('skyline')).querySelector('.skyline-ahead'))).toBe('浦山村将突破100万元预计2022年')
    expect(sky.getByText('每村都在线上')).toBeDefined()
  })

  it('takes its note back where a village is known to be below the line', async () => {
    const low = changed(normal(), (o) => (o.indicator === 'mz.collective' && o.scope === '民族村01' ? { ...o, obsValue: '190000', origin: 'reported' } : o))
    renderDesk({ search: '?scene=minzu', snapshot: low })
    await shown('skyline')
    expect(pageText()).not.toContain('每村都在线上')
  })
})

describe('the ridgeline', () => {
  it('lets each day be reached by the arrows, row by row, and each month’s total by a button', async () => {
    renderDesk({ search: '?scene=zhibo' })
    await shown('ridges')
    const grid = within(must(panel('ridges'))).getByRole('group', { name: '月度声纹各日' })
    const days = [...grid.querySelectorAll('button')]
    expect(days).toHaveLength(273)
    expect(days.filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1)
    const first = must(days[0])
    first.focus()
    fireEvent.keyDown(first, { key: 'ArrowDown' })
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^2月1日 [\d,]+次 演示$/)
    fireEvent.keyDown(must(document.activeElement), { key: 'ArrowRight' })
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^2月2日 /)
    expect(must(panel('ridges')).querySelector('[aria-label="2022年9月 5,912次 演示"]')).not.toBeNull()
    expect(must(panel('ridges')).querySelector('[aria-label^="9月10日 中秋 "]')).not.toBeNull()
  })

  it('draws solid bars and says no 演示 once the totals are reported', async () => {
    const reported = changed(normal(), (o) => (o.origin === 'demo' ? { ...o, origin: 'reported' } : o))
    renderDesk({ search: '?scene=zhibo', snapshot: reported })
    await shown('ridges')
    expect(must(panel('ridges')).querySelectorAll('.is-demo')).toHaveLength(0)
    expect(textOf(panel('ridges'))).not.toContain('演示')
  })
})
