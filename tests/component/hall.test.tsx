import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Snapshot } from '#contract/snapshot.ts'
import { published } from '#mocks/fixtures/published.ts'
import { reported } from '#mocks/fixtures/reported.ts'
import { must } from '#tests/support/panel-data.ts'
import { figures, panel, renderDesk, textOf } from './render-desk.tsx'

/** A loaded machine takes its time. */
const PATIENCE = { timeout: 15_000 }

async function openHall(snapshot?: Snapshot, size: readonly [number, number] = [1920, 1080]): Promise<HTMLElement> {
  renderDesk({ search: '?scene=yinling', size, ...(snapshot === undefined ? {} : { snapshot }) })
  await waitFor(() => expect(panel('hall')).not.toBeNull(), PATIENCE)
  return must(panel('hall'))
}

/** jsdom lays nothing out: the hall alone gets a box of this size, in px. */
function boxOf(width: number, height: number): void {
  for (const [side, length] of [
    ['clientWidth', width],
    ['clientHeight', height]
  ] as const)
    vi.spyOn(HTMLElement.prototype, side, 'get').mockImplementation(function measured(this: HTMLElement) {
      return this.classList.contains('hall') ? length : 0
    })
}

afterEach(() => vi.restoreAllMocks())

const crossings = (hall: HTMLElement): HTMLElement[] => [...hall.querySelectorAll<HTMLElement>('.hall-joint')]

describe('the hall on a wall', () => {
  it('has its phrases as published and a button at each crossing', async () => {
    const hall = await openHall()
    expect(figures('jz.national')).toContain('5项')
    expect(crossings(hall)).toHaveLength(54)
    expect(within(hall).getByRole('button', { name: '柯城区 机制八：推进中 演示' })).toHaveClass('hall-half', 'is-demo')
    expect(within(hall).getByRole('button', { name: '开化县 机制九：未报 演示' })).toHaveClass('hall-missing')
    expect(textOf(hall)).toContain('分县落实为演示')
    expect(textOf(hall)).toContain('一砖一场主题活动，100砖之后渐隐为“超”')
  })

  it('is one tab stop: the arrows go from county to crossing and from row to row', async () => {
    const user = userEvent.setup()
    const hall = await openHall()
    expect([...hall.querySelectorAll<HTMLElement>('[data-rove]')].filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1)
    within(hall).getByRole('button', { name: '柯城区' }).focus()
    const visited: string[] = []
    for (const key of ['{ArrowRight}', '{ArrowDown}', '{ArrowLeft}', '{End}', '{Home}']) {
      await user.keyboard(key)
      visited.push(document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '')
    }
    expect(visited).toEqual([
      '柯城区 一 领导小组运行机制：已落实 演示',
      '衢江区 一 领导小组运行机制：已落实 演示',
      '衢江区',
      '江山市 机制九：已落实 演示',
      '柯城区'
    ])
  })

  it('chooses a county and lets it go again', async () => {
    const user = userEvent.setup()
    const hall = await openHall()
    await user.click(within(hall).getByRole('button', { name: '常山县' }))
    await waitFor(() => expect(location.search).toContain('region=330822'), PATIENCE)
    expect(within(must(panel('hall'))).getByRole('button', { name: '常山县' })).toHaveAttribute('aria-pressed', 'true')
    expect(panel('hall')?.querySelectorAll('.hall-beam.is-selected')).toHaveLength(1)
    await user.click(within(must(panel('hall'))).getByRole('button', { name: '常山县' }))
    await waitFor(() => expect(location.search).not.toContain('region'), PATIENCE)
  })

  it('opens the card of a crossing', async () => {
    const user = userEvent.setup()
    const hall = await openHall()
    await user.click(within(hall).getByRole('button', { name: '常山县 二 民族宗教工作协调机制：推进中 演示' }))
    expect(textOf(screen.getByRole('dialog', { name: '来源与口径' }))).toMatch(/推进中.*分项民族宗教工作协调机制/)
  })

  it('has no mark of demo where the counties have reported', async () => {
    const hall = await openHall(reported())
    expect(hall.querySelectorAll('.is-demo')).toHaveLength(0)
    expect(within(hall).getByRole('button', { name: '柯城区 机制八：推进中 已报送' })).toHaveClass('hall-half')
  })

  it('stands bare with a sentence without the counties', async () => {
    const hall = await openHall(published())
    expect(crossings(hall)).toEqual([])
    expect(textOf(hall)).toContain('落实情况尚未报送')
    expect(hall.querySelectorAll('.hall-shaft')).toHaveLength(9)
  })
})

describe('the hall in the hand', () => {
  it('is a table of counties and mechanisms', async () => {
    boxOf(780, 500)
    const hall = await openHall(undefined, [820, 1180])
    const table = within(hall).getByRole('table')
    expect(within(table).getAllByRole('columnheader').map(textOf)).toEqual(['一', '二', '三', '四', '五', '六', '七', '八', '九'])
    expect(within(table).getAllByRole('rowheader').map(textOf)).toEqual(['柯城区', '衢江区', '常山县', '开化县', '龙游县', '江山市'])
    expect(crossings(table)).toHaveLength(54)
  })

  it('is turned where the mechanisms do not fit beside each other', async () => {
    boxOf(350, 500)
    const hall = await openHall(undefined, [390, 844])
    const table = within(hall).getByRole('table')
    expect(within(table).getAllByRole('columnheader').map(textOf)).toEqual(['柯城区', '衢江区', '常山县', '开化县', '龙游县', '江山市'])
    expect(within(table).getAllByRole('rowheader')).toHaveLength(9)
    expect(crossings(table)).toHaveLength(54)
  })

  it('is the picture where there is room for it', async () => {
    boxOf(1140, 736)
    const hall = await openHall(undefined, [1180, 820])
    expect(within(hall).queryByRole('table')).toBeNull()
    expect(hall.querySelectorAll('.hall-shaft')).toHaveLength(9)
  })
})
