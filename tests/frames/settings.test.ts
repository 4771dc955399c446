import { expect, it } from 'vitest'
import { settingsOf } from './settings.ts'

it('reads what is asked for', () => {
  expect(settingsOf([])).toEqual({ scene: 'zonglan', seconds: 60, size: { width: 3_840, height: 2_160 }, plant: false })
  const words = ['--scene', 'minzu', '--seconds', '15', '--size', '1920x1080', '--plant']
  expect(settingsOf(words)).toEqual({ scene: 'minzu', seconds: 15, size: { width: 1_920, height: 1_080 }, plant: true })
})

it.each([
  [['--seconds', '9'], '--seconds: 9'],
  [['--size', 'wide'], '--size: wide'],
  [['--scenes', 'minzu'], '--scenes']
])('%j fails and says why', (words, why) => {
  expect(() => settingsOf(words)).toThrow(why)
})
