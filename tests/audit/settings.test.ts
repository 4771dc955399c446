import { describe, expect, it } from 'vitest'
import { THEME_IDS } from '#tokens/themes.ts'
import { SIZES, WALL_SIZES } from './pages.ts'
import { settingsOf } from './settings.ts'

describe('settingsOf', () => {
  it('is everything by default', () => {
    expect(settingsOf([])).toEqual({
      scenes: undefined,
      sizes: SIZES,
      themes: THEME_IDS,
      out: undefined,
      url: undefined,
      mock: undefined,
      wall: false,
      offline: false
    })
  })

  it('reads what is asked for', () => {
    const words = '--scenes a,b --sizes 1920x1080,820x1180 --themes ink,paper --out DIR --url http://127.0.0.1:5173 --mock extreme'.split(' ')
    expect(settingsOf(words)).toEqual({
      scenes: ['a', 'b'],
      sizes: [
        { width: 1920, height: 1080 },
        { width: 820, height: 1180 }
      ],
      themes: ['ink', 'paper'],
      out: 'DIR',
      url: 'http://127.0.0.1:5173',
      mock: 'extreme',
      wall: false,
      offline: false
    })
  })

  it('has sizes of its own for the wall', () => {
    expect(settingsOf(['--wall'])).toMatchObject({ wall: true, sizes: WALL_SIZES })
    const ratios = new Set(WALL_SIZES.map(({ width, height }) => (width / height).toFixed(1)))
    expect([...ratios]).toEqual(['1.8', '1.6', '2.4', '3.6'])
  })

  it.each([
    ['--sizes', '1920', '1920 is no size'],
    ['--sizes', '1920x', '1920x is no size'],
    ['--themes', 'neon', 'neon is none of ink, hong, paper'],
    ['--scene', 'zonglan', '--scene']
  ])('refuses %s %s', (name, value, message) => expect(() => settingsOf([name, value])).toThrow(message))
})
