import { describe, expect, it } from 'vitest'
import { nextStep, stepsOf } from '#view/wall-programme.ts'

const children = ['330881', '330802', '330800']
const steps = stepsOf({
  stops: [{ scene: 'zonglan', seconds: 30, counties: true }, { scene: 'minzu', metric: 'mz.income' }, { scene: 'zonglan' }],
  children,
  root: '330800',
  defaultSeconds: 20
})

describe('the steps of a round', () => {
  it('unroll a loop over counties in the order of codes', () => {
    expect(steps).toEqual([
      { key: 'zonglan', scene: 'zonglan', seconds: 30 },
      { key: 'zonglan@330802', scene: 'zonglan', region: '330802', seconds: 30 },
      { key: 'zonglan@330881', scene: 'zonglan', region: '330881', seconds: 30 },
      { key: 'minzu+mz.income', scene: 'minzu', metric: 'mz.income', seconds: 20 },
      { key: 'zonglan#2', scene: 'zonglan', seconds: 20 }
    ])
  })

  it('are the whole area alone while its children are not known', () => {
    expect(stepsOf({ stops: [{ scene: 'a', counties: true }], children: [], root: '330800', defaultSeconds: 20 })).toEqual([
      { key: 'a', scene: 'a', seconds: 20 }
    ])
  })
})

describe('the next step', () => {
  it.each([
    ['at the beginning', undefined, 'zonglan'],
    ['in a loop', 'zonglan@330802', 'zonglan@330881'],
    ['after a loop', 'zonglan@330881', 'minzu+mz.income'],
    ['after the last', 'zonglan#2', 'zonglan'],
    ['after an area that is gone', 'zonglan@330822', 'zonglan@330881'],
    ['after the last area, gone', 'zonglan@330899', 'zonglan'],
    ['after a metric that is gone', 'minzu+gone', 'zonglan#2'],
    ['after a third time that is gone', 'zonglan#3', 'zonglan'],
    ['after a scene that is gone', 'shitang@330802', 'zonglan']
  ])('%s', (_name, key, next) => {
    expect(nextStep(steps, key)?.key).toBe(next)
  })

  it('of one step is itself, of none there is none', () => {
    const [only] = steps
    expect(only && nextStep([only], only.key)).toBe(only)
    expect(only && nextStep([only], 'gone')).toBe(only)
    expect(nextStep([], 'gone')).toBeUndefined()
    expect(nextStep([], undefined)).toBeUndefined()
  })
})
