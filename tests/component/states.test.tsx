import { screen } from '@testing-library/react'
import { delay, http, HttpResponse, type RequestHandler } from 'msw'
import { describe, expect, it } from 'vitest'
import { empty } from '#mocks/fixtures/empty.ts'
import { stale } from '#mocks/fixtures/stale.ts'
import { WAIT } from '#tokens/durations.ts'
import { must } from '#tests/support/panel-data.ts'
import { eventStream, fakeTime, figures, header, pageText, panel, pass, renderDesk, states, stateOf, textOf, until, sceneShown } from './render-desk.tsx'

const LIVE = { map: 'live', kpi: 'live', ranking: 'live', services: 'live', results: 'live', loans: 'live' }
const broken = (address: string, response: () => Response | Promise<Response>): RequestHandler => http.get(`*/api/v1/${address}`, response)
const shown = (): boolean => stateOf('kpi') !== undefined

describe('loading', () => {
  it('shows a skeleton without data, and says so when it takes long', async () => {
    fakeTime()
    renderDesk({
      handlers: [
        broken('scenes/:id', async () => {
          await delay(9_000)
          return HttpResponse.json({})
        })
      ]
    })
    // The scene's own wait begins once the pack is there.
    await until(() => document.querySelector('.dock nav button') !== null)
    expect(states()).toEqual({ scene: 'loading' })
    expect(must(panel('scene'))).toHaveAttribute('aria-busy', 'true')
    expect(pageText()).toContain('加载中')
    await pass(WAIT.slowLoad - 100)
    expect(pageText()).not.toContain('加载较慢')
    await pass(200)
    expect(pageText()).toContain('加载较慢')
    expect(document.querySelectorAll('[data-figure]')).toHaveLength(0)
  })

  it('ends with the answer, every panel live', async () => {
    renderDesk()
    expect(states()).toEqual({ scene: 'loading' })
    await sceneShown('总览')
    expect(states()).toEqual(LIVE)
    expect(header()).toContain('数据在线')
    expect(header()).toContain('衢州市数据截至2022-10')
  })
})

describe('an error on the first answer', () => {
  it.each<[string, () => Response, string]>([
    ['a 500', () => new HttpResponse('oops', { status: 500 }), '取数失败：接口返回 500'],
    ['HTML', () => HttpResponse.html('<title>登录</title>'), '取数失败：网络不通或答复有误'],
    ['another shape', () => HttpResponse.json({ hello: 'world' }), '取数失败：网络不通或答复有误'],
    ['no network', () => HttpResponse.error(), '取数失败：网络不通或答复有误']
  ])('%s is said and tried again by itself', async (_name, response, text) => {
    fakeTime()
    const { server } = renderDesk({ handlers: [broken('scenes/:id', response)] })
    await until(() => stateOf('scene') === 'error')
    expect(screen.getByText(text)).toBeVisible()
    expect(screen.getByText('4 秒后自动重试')).toBeVisible()
    await pass(WAIT.retry)
    await until(() => stateOf('scene') === 'error')
    server.resetHandlers()
    await pass(WAIT.retry - 1_000)
    expect(stateOf('scene')).toBe('error')
    await pass(1_100)
    await until(shown)
    expect(states()).toEqual(LIVE)
  })

  it('of the pack is said and tried again too', async () => {
    fakeTime()
    const { server } = renderDesk({ handlers: [broken('pack', () => new HttpResponse('', { status: 503 }))] })
    await until(() => stateOf('scene') === 'error')
    expect(screen.getByText('取数失败：接口没有答复')).toBeVisible()
    server.resetHandlers()
    await pass(WAIT.retry + 100)
    await until(shown)
    expect(figures('xxt.members')).toEqual(['3万余名'])
  })
})

/** An API whose scenes can be switched off and on; the stream is another matter. */
function switched() {
  let down = false
  const handler = http.get('*/api/v1/scenes/:id', () => (down ? HttpResponse.error() : undefined))
  return {
    handler,
    off: (): void => {
      down = true
    },
    on: (): void => {
      down = false
    }
  }
}

describe('a server that goes away', () => {
  it('leaves the figures, labelled, and comes back by itself', async () => {
    fakeTime()
    const [stream, api] = [eventStream(), switched()]
    renderDesk({ handlers: [stream.handler, api.handler] })
    await until(() => stream.count() === 1)
    stream.release(1)
    await until(shown)
    expect(header()).toContain('数据在线')
    for (let minute = 0; minute < 65_000; minute += 32_500) {
      await pass(32_500)
      stream.release(1)
    }
    await pass(0)
    api.off()
    stream.cut()
    await until(() => stateOf('kpi') === 'offline')
    expect(states()).toEqual(Object.fromEntries(Object.keys(LIVE).map((id) => [id, 'offline'])))
    expect(header()).toContain('离线展示缓存')
    expect(figures('xxt.members')).toEqual(['3万余名'])
    expect(textOf(panel('ranking'))).toMatch(/已断开，展示09:2\d缓存/)
    expect(textOf(panel('results'))).toContain('已发布2022-10')
    expect(textOf(panel('ranking'))).toContain('92.4')
    api.on()
    stream.restore()
    await until(() => stream.count() === 1)
    stream.release(1)
    await until(() => stateOf('kpi') === 'live')
    expect(header()).toContain('数据在线')
    expect(pageText()).not.toContain('已断开')
  })

  it('is asked for again and again, and what is there is kept', async () => {
    fakeTime()
    const stream = eventStream()
    let asked = 0
    const { server } = renderDesk({ handlers: [stream.handler] })
    await until(() => stream.count() === 1 && shown())
    server.use(
      broken('scenes/:id', () => {
        asked += 1
        return new HttpResponse('', { status: 502 })
      })
    )
    stream.cut()
    await until(() => stateOf('kpi') === 'offline')
    expect(textOf(panel('ranking'))).toContain('接口返回 502'.replace(' ', ''))
    const before = asked
    await pass(WAIT.retry * 3 + 500)
    await until(() => asked >= before + 3)
    expect(figures('xxt.members')).toEqual(['3万余名'])
    expect(stateOf('kpi')).toBe('offline')
  })

  it('is found out when the stream has been silent for too long', async () => {
    fakeTime()
    const [stream, api] = [eventStream(), switched()]
    renderDesk({ handlers: [stream.handler, api.handler] })
    await until(() => stream.count() === 1)
    stream.release(1)
    await until(shown)
    api.off()
    await pass(WAIT.silence - 100)
    expect(header()).toContain('数据在线')
    await pass(200)
    await until(() => stateOf('kpi') === 'offline')
    expect(header()).toContain('离线展示缓存')
  })

  it('is not gone when only the stream is cut: the figures are asked for at once and then by polling', async () => {
    fakeTime()
    const stream = eventStream()
    let asked = 0
    const count = http.get('*/api/v1/scenes/:id', () => {
      asked += 1
    })
    renderDesk({ handlers: [stream.handler, count] })
    await until(() => stream.count() === 1 && shown())
    const before = asked
    stream.cut()
    await until(() => asked === before + 1)
    await pass(WAIT.poll + 500)
    await until(() => asked > before + 1)
    expect(stateOf('kpi')).toBe('live')
    expect(header()).toContain('数据在线')
  })
})

describe('a stale figure', () => {
  it('says where its data stopped, and is grey in words', async () => {
    fakeTime('2022-11-20T01:00:00Z')
    renderDesk({ snapshot: stale() })
    await until(shown)
    expect(states()).toEqual({ ...LIVE, services: 'stale' })
    expect(textOf(panel('services'))).toContain('数据停在2022-09，晚于约定10天')
    expect(textOf(panel('services'))).toContain('过期')
  })

  it('is none before it is due', async () => {
    fakeTime('2022-11-10T12:00:00Z')
    renderDesk({ snapshot: stale() })
    await until(shown)
    expect(states()).toEqual(LIVE)
  })

  it('becomes so while the page stands open', async () => {
    fakeTime('2022-11-10T15:58:00Z')
    renderDesk({ snapshot: stale() })
    await until(shown)
    expect(stateOf('services')).toBe('live')
    await pass(180_000)
    expect(stateOf('services')).toBe('stale')
    expect(textOf(panel('services'))).toContain('晚于约定1天')
  })
})

describe('a pack before its first figure', () => {
  it('says what has not been published', async () => {
    renderDesk({ snapshot: empty() })
    await sceneShown('总览')
    expect(states()).toEqual({ map: 'live', kpi: 'empty', ranking: 'empty', services: 'empty', results: 'empty', loans: 'empty' })
    expect(textOf(panel('kpi'))).toBe('本期无已发布数据本期数据尚未公布或报送')
    expect(textOf(panel('ranking'))).toContain('争先晾晒·综合榜尚未公布或报送')
    expect(textOf(panel('map'))).toContain('分县数据未公布')
    expect(header()).toContain('数据未公布')
  })
})
