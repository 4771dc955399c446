import { normal } from '#mocks/fixtures/normal.ts'
import { mockServer } from '#mocks/node.ts'
import { apiSuite } from './api-suite.ts'

const ORIGIN = 'http://mocks.test'

/** The mocks pass the suite that the server passes: nothing is developed against another API. */
apiSuite('mocks', () => {
  const { server } = mockServer(normal())
  server.listen({ onUnhandledRequest: 'error' })
  return Promise.resolve({ fetch: (path, init) => fetch(`${ORIGIN}${path}`, init), close: () => server.close() })
})
