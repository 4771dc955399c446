import { hidden } from '#mocks/fixtures/hidden.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { deepPack } from '#tests/support/deep-pack.ts'
import { mockServer } from '#mocks/node.ts'
import { apiSuite } from './api-suite.ts'

const ORIGIN = 'http://mocks.test'

/** The mocks pass the suite that the server passes: nothing is developed against another API. */
for (const [name, fixture] of [
  ['mocks', normal],
  ['mocks that hide ranks', hidden],
  ['mocks of a pack with a level more', deepPack]
] as const)
  apiSuite(name, () => {
    const { server } = mockServer(fixture())
    server.listen({ onUnhandledRequest: 'error' })
    return Promise.resolve({ fetch: (path, init) => fetch(`${ORIGIN}${path}`, init), close: () => server.close() })
  })
