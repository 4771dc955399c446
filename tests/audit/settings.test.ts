import { describe, expect, it } from 'vitest'
import { THEME_IDS } from '#tokens/themes.ts'
import { SIZES } from './pages.ts'
import { settingsOf } from './settings.ts'

describe('settingsOf', () => {
  it('is everything by default', () => {
    expect(settingsOf([])).toEqual({ scenes: undefined, sizes: SIZES, themes: THEME_IDS, out: undefined, url: undefined, mock: undefined })
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
      mock: 'extreme'
    })
  })

  it.each([
    ['--sizes', '1920', '1920 is no size'],
    ['--sizes', '1920x', '1920x is no size'],
    ['--themes', 'neon', 'neon is none of ink, hong, paper'],
    ['--scene', 'zonglan', '--scene']
  ])('refuses %s %s', (name, value, message) => expect(() => settingsOf([name, value])).toThrow(message))
})
