import 'fake-indexeddb/auto'
import { QueryClientProvider } from '@tanstack/react-query'
import { act, render } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { normal } from '#mocks/fixtures/normal.ts'
import { mockServer } from '#mocks/node.ts'
import type * as dockModule from '#modes/shell/dock.tsx'
import { reloadMemory } from '#modes/wall/reloads.ts'
import { WallMode } from '#modes/wall/wall-mode.tsx'
import { createQueryClient } from '#queries/query-client.ts'
import type * as sceneModule from '#scenes/scene.tsx'
import { setWaits } from '#tokens/durations.ts'
import { expectConsole } from '#tests/setup-console.ts'
import { must } from '#tests/support/panel-data.ts'
import { fakeTime, pass, until } from './render-desk.tsx'

type SceneModule = typeof sceneModule
type DockModule = typeof dockModule

/** What throws while it is drawn. */
const broken = vi.hoisted(() => ({ scene: '', dock: false }))

vi.mock('#scenes/scene.tsx', async (original) => {
  const { Scene } = await original<SceneModule>()
  return {
    Scene: (props: Parameters<typeof Scene>[0]) => {
      if (props.id === broken.scene) throw new Error(`${props.id} cannot be drawn`)
      return <Scene {...props} />
    }
  }
})
vi.mock('#modes/shell/dock.tsx', async (original) => {
  const { Dock } = await original<DockModule>()
  return {
    Dock: (props: Parameters<typeof Dock>[0]) => {
      if (broken.dock) throw new Error('the dock cannot be drawn')
      return <Dock {...props} />
    }
  }
})

let end = (): void => undefined
beforeEach(() => {
  Object.assign(broken, { scene: '', dock: false })
})
afterEach(() => {
  end()
  setWaits({})
  history.replaceState(null, '', '/')
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function openWall(search: string) {
  const { server, repository } = mockServer(normal())
  server.listen({ onUnhandledRequest: 'error' })
  Object.assign(window, { innerWidth: 1920, innerHeight: 1080 })
  history.replaceState(null, '', `/wall?${search}`)
  const client = createQueryClient()
  const view = render(
    <QueryClientProvider client={client}>
      <WallMode />
    </QueryClientProvider>
  )
  end = () => {
    view.unmount()
    client.clear()
    server.close()
  }
  return { repository, client }
}

const reloads = (): number => reloadMemory().total
const page = (): string => document.body.textContent ?? ''
const scenes = (): string[] => [...document.querySelectorAll<HTMLElement>('[data-scene]')].map(({ dataset }) => dataset.scene ?? '')

describe('a scene that cannot be drawn', () => {
  it('is passed over while it is prepared, and the shown one stays until the one behind it', async () => {
    expectConsole(/minzu cannot be drawn/)
    broken.scene = 'minzu'
    fakeTime()
    openWall('play=zonglan:5,minzu:5,zonglan:600')
    await until(() => scenes().includes('zonglan'))
    await pass(20_000)
    expect(scenes()).toContain('zonglan')
    expect(page()).not.toContain('本屏显示出错')
  })

  it('gives way to its figures in words when there is no other', async () => {
    expectConsole(/zonglan cannot be drawn/)
    broken.scene = 'zonglan'
    fakeTime()
    const { client } = openWall('play=zonglan:600')
    await until(() => document.querySelector('[data-plain]') !== null)
    expect(page()).toContain('本屏显示出错，先列数字，稍后自动恢复')
    expect(document.querySelector('.header')).not.toBeNull()
    expect(client.getQueryCache().getAll().length).toBeGreaterThan(0)
  })
})

describe('an app that cannot be drawn', () => {
  it('shows the figures in words, and is loaded anew after a while', async () => {
    expectConsole(/the dock cannot be drawn/)
    // jsdom has no navigation, and says so.
    expectConsole(/[Nn]ot implemented/)
    fakeTime()
    broken.dock = true
    openWall('play=zonglan:600')
    await until(() => document.querySelector('[data-plain]') !== null)
    expect(page()).toContain('页面出错，先列数字，稍后自动恢复')
    await pass(29_000)
    expect(reloads()).toBe(0)
    await pass(2_000)
    expect(reloads()).toBe(1)
  })
})

describe('the time on a wall', () => {
  it('goes over midnight and New Year by itself: an age of today becomes a date with its year', async () => {
    fakeTime('2022-12-31T15:57:30Z')
    const { repository } = openWall('play=zonglan:600')
    await until(() => scenes().includes('zonglan'))
    const first = normal()
    const release = { ...first.release, release: 2, publishedAt: new Date().toISOString() }
    await act(async () => repository.announce({ ...first, release, observations: first.observations.map((o) => ({ ...o, release: 2 })) }))
    const age = (): string => document.querySelector('[data-panel="results"] .panel-age')?.textContent ?? ''
    const clock = (): string => must(document.querySelector('.header-left')).textContent ?? ''
    await until(() => age() === '今天 23:57 更新')
    expect(clock()).toContain('2022年12月31日')
    await pass(180_000)
    expect(age()).toBe('2022-12-31 更新')
    expect(clock()).toContain('2023年1月1日星期日')
  })
})

describe('a page that nobody saw for a while', () => {
  it('looks at the time as soon as it is seen: its timers have slept', async () => {
    fakeTime()
    openWall('play=zonglan:600,minzu:600')
    await until(() => scenes().includes('zonglan'))
    const later = performance.now() + 599_000
    const sleeping = vi.spyOn(performance, 'now').mockImplementation(() => later)
    expect(scenes()).toEqual(['zonglan'])
    await act(async () => {
      document.dispatchEvent(new Event('visibilitychange'))
    })
    await until(() => document.querySelector('[data-stage="next"]') !== null)
    sleeping.mockRestore()
  })
})
