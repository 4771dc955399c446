import { act, render, screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { later } from '#modes/shell/later.tsx'

it('waits for a part that does not come, asks again, and leaves the page standing', async () => {
  vi.useFakeTimers()
  const load = vi
    .fn<() => Promise<() => string>>()
    .mockRejectedValueOnce(new TypeError('no network'))
    .mockResolvedValue(() => '来了')
  const Part = later(load, { Meanwhile: () => '稍等', Failed: () => '没有网络' })
  render(
    <main>
      页面
      <Part />
    </main>
  )
  expect(screen.getByRole('main').textContent).toBe('页面稍等')
  await act(() => vi.advanceTimersByTimeAsync(10))
  expect(screen.getByRole('main').textContent).toBe('页面没有网络')
  await act(() => vi.advanceTimersByTimeAsync(5_000))
  expect(screen.getByRole('main').textContent).toBe('页面来了')
  expect(load).toHaveBeenCalledTimes(2)
  vi.useRealTimers()
})
