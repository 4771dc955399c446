import { startTinyServer } from '#server/testing/start-tiny-server.ts'
import { tinyFigure } from '#server/testing/tiny-pack.ts'
import { apiAt } from '#tests/conformance/command.ts'
import { apiSuite } from '#tests/contract/api-suite.ts'

apiSuite('the server over HTTP', async () => {
  const { app, publisher } = await startTinyServer()
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  return {
    ...apiAt(url),
    publish: () => publisher.publish({ note: '更正', source: '统战部', observations: [tinyFigure({ obsValue: '168' })] }),
    close: () => app.close()
  }
})
