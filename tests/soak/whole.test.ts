import { describe, expect, it } from 'vitest'
import { soak } from '#tests/soak/command.ts'

/** On a busy machine; a free one takes a quarter of it. */
const MINUTES = 1_200_000
const quietly = (): void => undefined

describe('the wall, changing scenes', () => {
  it(
    'holds after 1,000 rotations with 50 refreshes what it held before, and was never blank',
    async () => {
      const { run, verdict, problems } = await soak(['--rotations', '1000', '--refreshes', '50', '--every', '5'], quietly)
      expect(problems).toEqual([])
      expect([run.seen.length, run.refreshes]).toEqual([1_000, 50])
      expect(verdict.samples).toBeGreaterThan(10)
    },
    MINUTES
  )

  it(
    'is never blank while scenes take their usual time to change',
    async () => {
      const { run } = await soak(['--rotations', '20', '--refreshes', '0', '--fade', '800'], quietly)
      expect(run.seen.map(({ blank }) => blank)).toEqual(Array.from({ length: 20 }, () => 0))
      expect(Math.min(...run.seen.map(({ frames }) => frames))).toBeGreaterThan(10)
    },
    MINUTES
  )
})

describe('canary', () => {
  it(
    'scenes that are gone for 50 ms are found, each time that the recorder was not blind for as long itself',
    async () => {
      const { run } = await soak(['--rotations', '20', '--refreshes', '0', '--fade', '800', '--plant', 'blank'], quietly)
      expect(run.seen.filter(({ blank, gap }) => blank === 0 && gap < 50)).toEqual([])
      expect(run.seen.filter(({ blank }) => blank > 0).length).toBeGreaterThan(16)
    },
    MINUTES
  )
})
