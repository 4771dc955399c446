import { describe, expect, it } from 'vitest'
import { lineRuns, valuesIn, type LinePoint } from '#charts/line-runs.ts'
import { told } from '#tests/support/made-up-pack.ts'

/** d is a demo month, r a reported one, a dot none. */
const pointsOf = (signs: string): LinePoint[] =>
  Array.from(signs, (sign, index) =>
    sign === '.'
      ? { value: null, observation: null }
      : { value: index + 1, observation: { ...told(0, { origin: sign === 'd' ? 'demo' : 'reported' }), release: 1 } }
  )
const runsOf = (signs: string): string[] => lineRuns(pointsOf(signs)).map(({ demo, from, to }) => `${demo ? 'dashed' : 'solid'} ${from}-${to}`)

describe('the runs of a line', () => {
  it.each([
    ['ddd', ['dashed 0-2']],
    ['rrr', ['solid 0-2']],
    ['ddrrr', ['dashed 0-2', 'solid 2-4']],
    ['rrdrr', ['solid 0-1', 'dashed 1-3', 'solid 3-4']],
    ['drd', ['dashed 0-2']],
    ['rd', ['dashed 0-1']],
    ['dd.rr', ['dashed 0-1', 'solid 3-4']],
    ['.r.d.', ['solid 1-1', 'dashed 3-3']],
    ['..', []]
  ])('%s is drawn as %j', (signs, runs) => {
    expect(runsOf(signs)).toEqual(runs)
  })

  it('have no value outside of them', () => {
    expect(valuesIn(pointsOf('ddrr'), { demo: false, from: 2, to: 3 })).toEqual([null, null, 3, 4])
  })
})
