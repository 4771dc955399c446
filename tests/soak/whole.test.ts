import { describe, expect, it } from 'vitest'
import { soak } from '#tests/soak/command.ts'
import type { Seen } from '#tests/soak/frames.ts'

/** On a busy machine; a free one takes a quarter of it. */
const MINUTES = 1_200_000
const quietly = (): void => undefined

/** Milliseconds: for so long the canary's scenes are gone. */
const GONE = 50
const ATTEMPTS = 5

/** The changes in which nothing so short is missed: on a busy machine the recorder is blind for longer at times. */
const wellSeen = (seen: readonly Seen[]): readonly Seen[] => seen.filter(({ gap }) => gap < GONE)

/** Changes of scenes in their usual time, until some are well seen. */
async function changes(...more: string[]): Promise<readonly Seen[]> {
  const seen: Seen[] = []
  for (let attempt = 0; attempt < ATTEMPTS && wellSeen(seen).length === 0; attempt += 1)
    seen.push(...(await soak(['--rotations', '20', '--refreshes', '0', '--fade', '800', ...more], quietly)).run.seen)
  expect(wellSeen(seen).length).toBeGreaterThan(0)
  return seen
}

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
      const seen = await changes()
      expect(seen.map(({ blank }) => blank)).toEqual(seen.map(() => 0))
    },
    MINUTES
  )
})

describe('canary', () => {
  it(
    'scenes that are gone for 50 ms are found, each time that the recorder was not blind for as long itself',
    async () => {
      const seen = wellSeen(await changes('--plant', 'blank'))
      expect(seen.filter(({ blank }) => blank === 0)).toEqual([])
    },
    MINUTES
  )
})
