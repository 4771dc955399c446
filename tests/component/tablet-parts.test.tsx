import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { sceneAnswer } from '#contract/snapshot.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { Breadcrumb } from '#modes/tablet/breadcrumb.tsx'
import { PeriodSlider } from '#modes/tablet/period-slider.tsx'
import type { SetView, View } from '#view/codec.ts'
import { COUNTY, deepPack } from '#tests/support/deep-pack.ts'
import { soon } from '#tests/support/soon.ts'
import { textOf } from './render-desk.tsx'

const pack = { info: { root: '330800' } }

describe('the breadcrumb', () => {
  const show = (region: string, view: View = {}) => {
    const setView = vi.fn<SetView>()
    const { container } = render(<Breadcrumb answer={{ regions: deepPack().document.regions, region }} pack={pack} view={view} setView={setView} />)
    return { setView, container }
  }

  it('leads from the root to the region', () => {
    show('330892', { root: COUNTY, region: '330892' })
    const path = screen.getByRole('navigation', { name: '地区路径' })
    expect([...path.querySelectorAll('li')].map(textOf)).toEqual(['衢州市', '江山市', '乙镇'])
    expect(path.querySelector('[aria-current="location"]')).toHaveTextContent('乙镇')
    expect(screen.getByRole('link', { name: '江山市' })).toHaveAttribute('href', `/?root=${COUNTY}`)
  })

  it('goes up to any of them, as an entry of the history', async () => {
    const { setView } = show('330892', { root: COUNTY, region: '330892', metric: 'xxt.services' })
    await userEvent.click(screen.getByRole('link', { name: '江山市' }))
    expect(setView).toHaveBeenLastCalledWith({ root: COUNTY, region: undefined })
    await userEvent.click(screen.getByRole('link', { name: '衢州市' }))
    expect(setView).toHaveBeenLastCalledWith({ root: undefined, region: undefined })
  })

  it('is not there at the root', () => {
    expect(show('330800').container).toBeEmptyDOMElement()
  })
})

describe('the period slider', () => {
  afterEach(() => vi.useRealTimers())

  function show(scene = 'zonglan', first: View = {}) {
    const answer = sceneAnswer(normal(), { id: scene })
    const calls: Parameters<SetView>[] = []
    function Part() {
      const [view, setView] = useState(first)
      const change: SetView = (...call) => {
        calls.push(call)
        setView((old) => ({ ...old, ...call[0] }))
      }
      return <PeriodSlider answer={answer} view={view} setView={change} />
    }
    return { calls, ...render(<Part />) }
  }

  it('stands at the newest month, and says so', () => {
    show()
    expect(screen.getByRole('slider', { name: '月份' })).toHaveAttribute('aria-valuetext', '2022年10月')
    expect(screen.getByRole('status')).toHaveTextContent('2022年10月最新')
    expect(screen.getByRole('button', { name: '下一月' })).toBeDisabled()
  })

  it('steps by its buttons, in place of the entry before', async () => {
    const { calls } = show()
    await userEvent.click(screen.getByRole('button', { name: '上一月' }))
    expect(calls).toEqual([[{ period: '2022-09' }, 'replace']])
    await userEvent.click(screen.getByRole('button', { name: '下一月' }))
    expect(calls.at(-1)).toEqual([{ period: undefined }, 'replace'])
    expect(screen.getByRole('status')).toHaveTextContent('2022年10月')
  })

  it('goes by keys, at most one change in a while, and ends where the last key went', async () => {
    const { calls } = show()
    const slider = screen.getByRole('slider', { name: '月份' })
    act(() => slider.focus())
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}{Home}')
    await soon(() => expect(calls.at(-1)).toEqual([{ period: '2021-05' }, 'replace']))
    expect(slider).toHaveAttribute('aria-valuetext', '2021年5月')
  })

  it('stands at the month of the address', () => {
    show('zonglan', { period: '2022-03' })
    expect(screen.getByRole('status')).toHaveTextContent('2022年3月')
  })

  it('is not there where a scene has no months', () => {
    expect(show('huigui').container).toBeEmptyDOMElement()
  })
})
