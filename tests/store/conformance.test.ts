import { expect, it } from 'vitest'
import { profiles } from '#tests/conformance/profiles.ts'
import { reportOf } from '#tests/conformance/reports.ts'
import { failedIds } from '#tests/conformance/run.ts'
import { startServer } from '#tests/conformance/targets.ts'
import { benches } from './bench.ts'

it.each(benches)('the built-in server on %s passes live', { timeout: 180_000 }, async (name, open) => {
  const bench = await open()
  const place = await bench.newPlace()
  const start = async () => {
    const store = await place.open()
    return { store, close: () => store.close() }
  }
  const outcomes = await reportOf(`server-${name === 'PostgreSQL' ? 'postgresql' : 'embedded'}`, await startServer(start), profiles.live)
  await bench.close()
  expect(failedIds(outcomes)).toEqual([])
})
