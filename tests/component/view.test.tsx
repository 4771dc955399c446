import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import { THEME_IDS } from '#tokens/themes.ts'
import { must } from '#tests/support/panel-data.ts'
import { figures, header, panel, renderDesk, states, textOf, sceneShown } from './render-desk.tsx'

async function opened(setting?: Parameters<typeof renderDesk>[0]) {
  const desk = renderDesk(setting)
  await sceneShown('总览')
  return desk
}

/** As the browser's back button or a link in the page would. */
const go = (search: string): void =>
  act(() => {
    history.pushState(null, '', `/${search}`)
    window.dispatchEvent(new PopStateEvent('popstate'))
  })
const resize = (width: number, height: number): void =>
  act(() => {
    Object.assign(window, { innerWidth: width, innerHeight: height })
    window.dispatchEvent(new Event('resize'))
  })
const pressed = (): string[] =>
  within(screen.getByRole('group', { name: '地图指标' }))
    .getAllByRole('button', { pressed: true })
    .map(textOf)

describe('the address', () => {
  it.each(['?scene=gone', '?scene=%3Cscript%3E', '?scene=', '?theme=dark&release=zero&region=x&metric=&period=soon'])(
    '%s degrades to the default view',
    async (search) => {
      await opened({ search })
      expect(document.querySelector('[data-scene]')).toHaveAttribute('data-scene', 'zonglan')
      expect(document.documentElement.dataset.theme).toBe('ink')
      expect(pressed()).toEqual(['乡贤人数名'])
      expect(header()).toContain('数据在线')
    }
  )

  it('degrades to the root for a region that the API does not know', async () => {
    await opened({ search: '?region=110000' })
    expect(states()).toMatchObject({ kpi: 'live', services: 'live' })
    expect(figures('xxt.members')).toEqual(['3万余名'])
    go('?region=330881')
    await screen.findAllByText('江山市', { selector: '.trend-region' })
  })

  it('degrades to the current release for one that does not exist', async () => {
    await opened({ search: '?release=99' })
    expect(figures('xxt.members')).toEqual(['3万余名'])
    expect(header()).toContain('数据在线')
  })

  it('leaves the other panels alone when the boundaries do not come', async () => {
    await opened({ handlers: [http.get('*/api/v1/boundaries/*', () => new HttpResponse('<html>', { status: 503 }))] })
    await waitFor(() => expect(states()).toMatchObject({ map: 'error', kpi: 'live', results: 'live' }))
    expect(textOf(panel('map'))).toContain('地图边界取数失败')
  })

  it.each(THEME_IDS)('sets the theme %s', async (theme) => {
    await opened({ search: `?theme=${theme}` })
    expect(document.documentElement.dataset.theme).toBe(theme)
  })

  it('pins a release, and says that it is an archive', async () => {
    await opened({ search: '?release=1' })
    expect(header()).toContain('第1版存档')
  })

  it('keeps parameters that are not its own', async () => {
    await opened({ search: '?audit=1&theme=hong#top' })
    await userEvent.click(screen.getByRole('button', { name: /办理服务/, pressed: false }))
    await waitFor(() => expect(location.search).toBe('?metric=xxt.services&theme=hong&audit=1'))
    expect(location.hash).toBe('#top')
  })
})

describe('the metric switch', () => {
  it('changes the address, the pressed button and the unit, once a press', async () => {
    await opened()
    expect(pressed()).toEqual(['乡贤人数名'])
    const before = history.length
    await userEvent.click(screen.getByRole('button', { name: /总投资/, pressed: false }))
    expect(pressed()).toEqual(['总投资亿元'])
    expect(location.search).toBe('?metric=xxt.investment')
    expect(history.length).toBe(before + 1)
    expect(textOf(document.querySelector('.map-ramp'))).toMatch(/^\d+\.\d\d+\.\d亿元$/)
  })

  it('follows back and forward', async () => {
    await opened({ search: '?metric=xxt.projects' })
    expect(pressed()).toEqual(['回归项目个'])
    go('')
    expect(pressed()).toEqual(['乡贤人数名'])
  })
})

describe('the chosen region', () => {
  it('changes what is about it and leaves what is about the root', async () => {
    await opened({ search: '?region=330881' })
    expect([...document.querySelectorAll('.trend-region')].map(textOf)).toEqual(['江山市', '江山市'])
    expect(figures('xxt.members')).toEqual(['3万余名'])
    go('')
    await waitFor(() => expect(document.querySelectorAll('.trend-region')).toHaveLength(0))
  })

  it('keeps the scene on the screen until its answer comes, and when it never does', async () => {
    const { server } = await opened()
    server.use(http.get('*/api/v1/scenes/:id', () => new HttpResponse('', { status: 500 })))
    const scene = must(document.querySelector('[data-scene]'))
    go('?region=330881')
    await waitFor(() => expect(states()).toMatchObject({ kpi: 'offline', services: 'offline' }))
    expect(document.querySelector('[data-scene]')).toBe(scene)
    expect(figures('xxt.members')).toEqual(['3万余名'])
    expect(document.querySelectorAll('.trend-region')).toHaveLength(0)
    expect(panel('scene')).toBeNull()
  })
})

describe('the space', () => {
  it('lays the same page out anew when it changes', async () => {
    await opened()
    expect([document.documentElement.dataset.form, document.documentElement.style.fontSize, panel('levels')]).toEqual(['wall', '16px', null])
    resize(3840, 1080)
    expect([document.documentElement.dataset.form, panel('levels') === null]).toEqual(['ultrawide', false])
    resize(390, 844)
    expect(document.documentElement.dataset.form).toBe('column')
    resize(3840, 2160)
    expect([document.documentElement.dataset.form, document.documentElement.style.fontSize]).toEqual(['wall', '32px'])
  })

  it('stays as it was when a display is unplugged', async () => {
    await opened()
    resize(0, 0)
    expect(document.documentElement.dataset.form).toBe('wall')
    expect(document.documentElement.style.fontSize).toBe('16px')
  })

  it('orders panels in a column', async () => {
    await opened({ size: [390, 844] })
    const orders = Object.keys(states()).map((id) => [id, must(panel(id)?.parentElement).style.order])
    expect(Object.fromEntries(orders)).toEqual({ kpi: '1', map: '2', ranking: '3', results: '4', services: '5', loans: '6' })
  })
})
