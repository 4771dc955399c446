import { fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { EChartsType } from 'echarts/core'
import { describe, expect, it } from 'vitest'
import type { Hotspot } from '#panel-kit/chart-host.tsx'
import { Hotspots } from '#panel-kit/hotspots.tsx'

const chart = { isDisposed: () => false } as EChartsType
const spots = (...labels: string[]): Hotspot[] => labels.map((label, index) => ({ key: label, label, width: 1, height: 1, at: () => [index * 20, 0] }))

const drawn = (hotspots: readonly Hotspot[]) => (
  <>
    <button type="button">前</button>
    <Hotspots chart={chart} hotspots={hotspots} rem={16} drawn={1} />
    <button type="button">后</button>
  </>
)

const focused = (): string => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? ''

describe('the values of a chart', () => {
  it('are one tab stop, with the arrows, Home and End between them', async () => {
    const user = userEvent.setup()
    render(drawn(spots('一月', '二月', '三月', '四月')))
    const stops: string[] = []
    for (const key of ['{Tab}', '{Tab}', '{ArrowRight}', '{ArrowDown}', '{End}', '{ArrowRight}', '{ArrowLeft}', '{Home}', '{ArrowUp}', '{End}']) {
      await user.keyboard(key)
      stops.push(focused())
    }
    expect(stops).toEqual(['前', '一月', '二月', '三月', '四月', '四月', '三月', '一月', '一月', '四月'])
    await user.keyboard('{Tab}')
    expect(focused()).toBe('后')
    await user.keyboard('{Shift>}{Tab}{/Shift}')
    expect(focused(), 'comes back to where it was').toBe('四月')
  })

  it('keep one tab stop when they become fewer', () => {
    const view = render(drawn(spots('一月', '二月', '三月')))
    fireEvent.focus(screen.getByRole('button', { name: '三月' }))
    view.rerender(drawn(spots('一月', '二月')))
    expect(screen.getAllByRole('button').map((button) => button.tabIndex)).toEqual([0, 0, -1, 0])
  })

  it('leave keys with a modifier to the browser', async () => {
    const user = userEvent.setup()
    render(drawn(spots('一月', '二月')))
    await user.keyboard('{Tab}{Tab}{Alt>}{ArrowRight}{/Alt}')
    expect(focused()).toBe('一月')
  })
})
