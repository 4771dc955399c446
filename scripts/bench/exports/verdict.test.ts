import { expect, it } from 'vitest'
import { verdictOf, type Part } from './verdict.ts'

const part = (gap: number, answer: number): Part => ({ gaps: [10, gap, 20], answers: [5, answer] })

it.each([
  ['all is as before', part(40, 30), part(40, 30), 9, []],
  ['just as late as it may be', part(40, 30), part(140, 530), 9, []],
  ['a frame is late', part(40, 30), part(141, 30), 9, ['time between two frames: 141 ms with exports, 40 ms at most without, 100 ms more are allowed']],
  ['an answer is late', part(40, 30), part(40, 531), 9, ["answer to the wall's requests: 531 ms with exports, 30 ms at most without, 500 ms more are allowed"]],
  ['nothing was made', part(40, 30), part(40, 30), 0, ['no file was made']],
  [
    'nothing was measured',
    part(40, 30),
    { gaps: [], answers: [] },
    9,
    ['time between two frames: nothing was measured', "answer to the wall's requests: nothing was measured"]
  ]
])('where %s', (_, baseline, loaded, made, problems) => {
  expect(verdictOf(baseline, loaded, made, 0).problems).toEqual(problems)
})

it('knows nothing of a machine that is busy with something else', () => {
  expect([part(200, 400), part(201, 30), part(40, 401)].map((baseline) => verdictOf(baseline, part(40, 30), 9, 0).isBusy)).toEqual([false, true, true])
})

it('has not seen enough where answers were no files', () => {
  expect(verdictOf(part(40, 30), part(40, 30), 9, 2).problems).toEqual(['2 answers were no file'])
})
