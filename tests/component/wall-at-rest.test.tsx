import 'fake-indexeddb/auto'
import { QueryClientProvider } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { normal } from '#mocks/fixtures/normal.ts'
import { mockServer } from '#mocks/node.ts'
import { WallMode } from '#modes/wall/wall-mode.tsx'
import { createQueryClient } from '#queries/query-client.ts'
import type * as gridModule from '#scenes/scene-grid.tsx'
import { fakeTime, pass, until } from './render-desk.tsx'

type GridModule = typeof gridModule

const drawn = vi.hoisted(() => ({ count: 0 }))

vi.mock('#scenes/scene-grid.tsx', async (original) => {
  const { SceneGrid } = await original<GridModule>()
  return {
    SceneGrid: (props: Parameters<typeof SceneGrid>[0]) => {
      drawn.count += 1
      return <SceneGrid {...props} />
    }
  }
})

it('looks at its clock without drawing the scene again', async () => {
  fakeTime()
  const { server } = mockServer(normal())
  server.listen({ onUnhandledRequest: 'error' })
  history.replaceState(null, '', '/wall?play=zonglan:600')
  const client = createQueryClient()
  const view = render(
    <QueryClientProvider client={client}>
      <WallMode />
    </QueryClientProvider>
  )
  await until(() => document.querySelector('[data-scene="zonglan"]') !== null)
  await pass(2_000)
  const before = drawn.count
  await pass(12_000)
  expect(drawn.count).toBe(before)
  view.unmount()
  client.clear()
  server.close()
})
