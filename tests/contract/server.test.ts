import { startTinyServer } from '#server/testing/start-tiny-server.ts'
import { apiSuite } from '#tests/contract/api-suite.ts'

apiSuite(
  'the server over HTTP',
  async () => {
    const { app } = await startTinyServer()
    const url = await app.listen({ host: '127.0.0.1', port: 0 })
    return { fetch: (path, init) => fetch(url + path, init), close: () => app.close() }
  },
  { wire: true }
)
