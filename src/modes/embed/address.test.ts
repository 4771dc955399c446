import { describe, expect, it } from 'vitest'
import { parseEmbed, ticketIn } from './address.ts'
import { wantedBy } from './scope-address.ts'
import { withoutRelease } from './without-release.ts'

describe('the address of an embed', () => {
  it.each([
    ['/embed/panel/huigui/river', '', { scene: 'huigui', panel: 'river', view: { theme: 'paper' } }],
    ['/embed/scene/huigui/', '?theme=ink', { scene: 'huigui', view: { theme: 'ink' } }],
    [
      '/embed/panel/zonglan/map',
      '?region=330881&root=330800&metric=xxt.services&period=2022-09&release=4&theme=hong',
      { scene: 'zonglan', panel: 'map', view: { region: '330881', root: '330800', metric: 'xxt.services', period: '2022-09', release: 4, theme: 'hong' } }
    ],
    // What is no value counts as absent; another scene or a comparison has no place in it.
    ['/embed/scene/huigui', '?theme=neon&region=1&release=-2&period=2022-13&scene=zonglan&compare=330824,330825', { scene: 'huigui', view: { theme: 'paper' } }]
  ])('%s%s', (path, search, wanted) => expect(parseEmbed(path, search)).toEqual(wanted))

  it.each(['/embed', '/embed/panel/huigui', '/embed/panel/huigui/river/x', '/embed/scene/Huigui', '/embed/panel/huigui/<b>', '/embed/scene/..'])(
    '%s is none',
    (path) => expect(parseEmbed(path, '')).toBeUndefined()
  )

  it('leaves the release, and nothing else', () => {
    expect(withoutRelease({ pathname: '/embed/panel/a/b', search: '?theme=ink&release=3&metric=x.y' })).toBe('/embed/panel/a/b?theme=ink&metric=x.y')
    expect(withoutRelease({ pathname: '/', search: '?release=3' })).toBe('/')
    expect(withoutRelease({ pathname: '/', search: '?release=3&compare=330824,330825' })).toBe('/?compare=330824,330825')
  })
})

describe('a ticket', () => {
  it.each([
    ['', undefined],
    ['#', undefined],
    ['#token=', undefined],
    ['#other=a', undefined],
    ['#token=wait', 'wait'],
    ['#token=a.b-c.d_e', { ticket: 'a.b-c.d_e' }],
    ['#ticket=a.b-c.d_e', { ticket: 'a.b-c.d_e' }]
  ])('in "%s"', (hash, brought) => expect(ticketIn(hash)).toEqual(brought))

  it('fixes what is shown', () => {
    expect(wantedBy({ panel: 'huigui/river', params: { region: '330881', release: 2, theme: 'ink' } })).toEqual({
      scene: 'huigui',
      panel: 'river',
      view: { region: '330881', release: 2, theme: 'ink' }
    })
    expect(wantedBy({ scene: 'huigui', params: {} })).toEqual({ scene: 'huigui', view: { theme: 'paper' } })
    expect(wantedBy({ params: {} })).toBeUndefined()
  })
})
