import { describe, expect, it } from 'vitest'
import { frameAddress, heightsOf, type EmbedConfig } from './config.ts'

const ORIGIN = 'https://screen.example'
const wrong = (config: object): EmbedConfig => config as EmbedConfig

describe('the frame of a config', () => {
  it.each([
    [{ panel: 'huigui/river' }, '/embed/panel/huigui/river'],
    [{ scene: 'huigui' }, '/embed/scene/huigui'],
    [
      { panel: 'zonglan/map', theme: 'hong', region: '330881', metric: 'xxt.services', period: '2022-09', release: 4 } as const,
      '/embed/panel/zonglan/map?theme=hong&region=330881&metric=xxt.services&period=2022-09&release=4'
    ],
    [wrong({ panel: 'huigui/river', theme: '"><script>', region: { a: 1 }, onload: 'x', release: null }), '/embed/panel/huigui/river'],
    [{ panel: 'huigui/river', token: 'secret.secret.secret' }, '/embed/panel/huigui/river#token=wait'],
    [{ scene: 'huigui', refresh: () => Promise.resolve('') }, '/embed/scene/huigui#token=wait']
  ])('%j', (config, address) => expect(frameAddress(config, ORIGIN)).toBe(ORIGIN + address))

  it.each([
    {},
    { panel: 'huigui' },
    { panel: '../../admin' },
    { panel: 'a/b/c' },
    { scene: 'javascript:alert(1)' },
    { scene: '//evil.example' },
    { panel: 7 },
    { scene: null }
  ])('%j names nothing', (config) => expect(frameAddress(wrong(config), ORIGIN)).toBeUndefined())

  it('is as high as it is told, where that is a height', () => {
    expect(heightsOf({})).toEqual([120, Infinity])
    expect(heightsOf({ minHeight: 200.4, maxHeight: 600 })).toEqual([200, 600])
    expect(heightsOf(wrong({ minHeight: 'tall', maxHeight: -5 }))).toEqual([120, Infinity])
  })
})
