import { afterEach, expect, it } from 'vitest'
import { fixtureRepository } from '#mocks/fixture-repository.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { applyWaits } from '#modes/wall/wall-settings.ts'
import { setWaits, WAIT } from '#tokens/durations.ts'

afterEach(() => setWaits({}))

it('a wall has waits of its own, the pack changes them, the address changes both', async () => {
  const pack = await fixtureRepository(normal()).pack({})
  const slow = { ...pack, info: { ...pack.info, wall: { play: [{ scene: 'zonglan' }], waits: { request: 20, poll: 60 } } } }
  applyWaits(undefined, {})
  expect(WAIT).toMatchObject({ request: 6_000, retry: 2_000, poll: 30_000 })
  applyWaits(slow, {})
  expect(WAIT).toMatchObject({ request: 20_000, retry: 2_000, poll: 60_000 })
  applyWaits(slow, { waits: { request: 1, poll: 0.5 } })
  expect(WAIT).toMatchObject({ request: 1_000, retry: 500, poll: 500, silence: 40_000 })
})
