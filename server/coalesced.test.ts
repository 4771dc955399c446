import { expect, it } from 'vitest'
import { coalesced } from './coalesced.ts'

it('runs once more after calls that came while it ran, and not once for each', async () => {
  const waiting: (() => void)[] = []
  let runs = 0
  const call = coalesced(async () => {
    runs += 1
    await new Promise<void>((resolve) => {
      waiting.push(resolve)
    })
  })
  const finish = async (): Promise<void> => {
    waiting.shift()?.()
    await new Promise((resolve) => {
      setImmediate(resolve)
    })
  }
  call()
  for (let count = 0; count < 5; count += 1) call()
  expect(runs).toBe(1)
  await finish()
  expect(runs).toBe(2)
  await finish()
  expect(runs).toBe(2)
  call()
  expect(runs).toBe(3)
})
