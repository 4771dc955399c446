import { screen, waitFor } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import { sceneAnswer, type Snapshot } from '#contract/snapshot.ts'
import { published } from '#mocks/fixtures/published.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { changed, must } from '#tests/support/panel-data.ts'
import { eventStream, fakeTime, figure, figures, header, pass, renderDesk, stateOf, until, sceneShown } from './render-desk.tsx'

/** A later release in which the city's members are another number of ten thousands. */
function later(release: number, members: string): Snapshot {
  const next = changed(normal(), (o) => (o.indicator === 'xxt.members' && o.refArea === '330800' ? { ...o, obsValue: members, release } : o))
  return { ...next, release: { ...next.release, release, publishedAt: '2022-11-01T02:00:00.000Z' } }
}

const requests = (server: ReturnType<typeof renderDesk>['server']): string[] => {
  const seen: string[] = []
  server.events.on('request:start', ({ request }) => {
    seen.push(new URL(request.url).pathname)
  })
  return seen
}

describe('a release that is announced', () => {
  it('changes the figure in place', async () => {
    const { repository } = renderDesk()
    await sceneShown('总览')
    const [scene, members] = [must(document.querySelector('[data-scene]')), figure('xxt.members')]
    expect(figures('xxt.members')).toEqual(['3万余名'])
    repository.announce(later(2, '40000'))
    await waitFor(() => expect(figures('xxt.members')).toEqual(['4万余名']))
    expect(document.querySelector('[data-scene]')).toBe(scene)
    expect(figure('xxt.members')).toBe(members)
    expect(header()).toContain('数据在线')
  })

  it('is fetched once, and no release that is already shown', async () => {
    fakeTime()
    const stream = eventStream()
    const { server, repository } = renderDesk({ handlers: [stream.handler] })
    await until(() => stream.count() === 1 && stateOf('kpi') === 'live')
    stream.release(1)
    await pass(0)
    const seen = requests(server)
    stream.release(1)
    await pass(1_000)
    expect(seen).toEqual([])
    repository.announce(later(2, '40000'))
    stream.release(2)
    stream.release(2)
    await until(() => figures('xxt.members')[0] === '4万余名')
    await pass(1_000)
    expect(seen.toSorted()).toEqual(['/api/v1/boundaries/330800', '/api/v1/pack', '/api/v1/scenes/zonglan'])
  })

  it('is caught up with after a cut', async () => {
    fakeTime()
    const stream = eventStream()
    const { repository } = renderDesk({ handlers: [stream.handler] })
    await until(() => stream.count() === 1 && stateOf('kpi') === 'live')
    stream.cut()
    await until(() => stream.count() === 0)
    repository.announce(later(5, '50000'))
    stream.restore()
    await pass(3_000)
    await until(() => stream.count() === 1)
    stream.release(5)
    await until(() => figures('xxt.members')[0] === '5万余名')
    expect(stateOf('kpi')).toBe('live')
  })
})

describe('an older release', () => {
  it('that is announced is no news', async () => {
    fakeTime()
    const stream = eventStream()
    const { server } = renderDesk({ snapshot: later(3, '40000'), handlers: [stream.handler] })
    await until(() => stream.count() === 1 && stateOf('kpi') === 'live')
    stream.release(3)
    await pass(0)
    const seen = requests(server)
    stream.release(2)
    await pass(1_000)
    expect(seen).toEqual([])
  })

  it('that is answered late never replaces a newer one', async () => {
    fakeTime()
    const stream = eventStream()
    let answered = 0
    const { server } = renderDesk({ snapshot: later(3, '40000'), handlers: [stream.handler] })
    await until(() => stream.count() === 1 && stateOf('kpi') === 'live')
    expect(figures('xxt.members')).toEqual(['4万余名'])
    server.use(
      http.get('*/api/v1/scenes/:id', () => {
        answered += 1
        return HttpResponse.json(sceneAnswer(later(2, '20000'), { id: 'zonglan' }))
      })
    )
    stream.release(4)
    await until(() => answered === 1)
    await pass(1_000)
    expect(figures('xxt.members')).toEqual(['4万余名'])
  })
})

describe('a pinned release', () => {
  it('does not change with a newer one', async () => {
    const { repository, server } = renderDesk({ search: '?release=1' })
    await sceneShown('总览')
    const seen = requests(server)
    repository.announce(later(2, '40000'))
    await waitFor(() => expect(seen).toContain('/api/v1/scenes/zonglan'))
    await screen.findByText('第 1 版存档')
    expect(figures('xxt.members')).toEqual(['3万余名'])
  })
})

describe('a release that there is not', () => {
  it('is said to be none, and where the newest is', async () => {
    renderDesk({ search: '?release=7&region=330881' })
    expect(await screen.findByRole('link', { name: '没有第 7 版，这是第 1 版' })).toHaveAttribute('href', '/?region=330881')
  })
})

describe('a server that was started anew', () => {
  it('is believed though its release has the same number: DEMO=0 leaves no demo figure standing', async () => {
    fakeTime()
    const stream = eventStream()
    const { repository } = renderDesk({ handlers: [stream.handler] })
    await until(() => stream.count() === 1 && stateOf('kpi') === 'live')
    stream.release(1)
    await pass(10)
    expect(document.body.textContent).toContain('演示')
    stream.cut()
    await until(() => stream.count() === 0)
    await pass(500)
    repository.announce(published())
    stream.restore()
    await pass(40_000)
    await until(() => stream.count() === 1)
    stream.release(1)
    await until(() => !(document.body.textContent ?? '').includes('演示'))
    expect(document.body.textContent).toContain('分县数据未公布')
  })
})

describe('a release that is looked at', () => {
  const version = (release: number) => http.get('*/api/v1/version', () => HttpResponse.json({ api: 'v1', version: '0', pack: 'quzhou', release, demo: true }))

  it('says when there is a newer one, with the same address without it', async () => {
    renderDesk({ search: '?release=1&theme=paper', handlers: [version(3)] })
    await sceneShown('总览')
    expect(await screen.findByRole('link', { name: '已有更新（第 3 版）' })).toHaveAttribute('href', '/?theme=paper')
  })

  it('says nothing while it is the newest', async () => {
    renderDesk({ search: '?release=1', handlers: [version(1)] })
    await sceneShown('总览')
    await waitFor(() => expect(header()).toContain('第1版存档'))
    expect(screen.queryByRole('link')).toBeNull()
  })
})
