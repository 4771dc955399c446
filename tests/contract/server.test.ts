import { readPack } from '#server/pack/read-pack.ts'
import type { Pack } from '#server/pack/pack.ts'
import { startTinyServer } from '#server/testing/start-tiny-server.ts'
import { tinyFigure, tinyPack } from '#server/testing/tiny-pack.ts'
import { apiAt } from '#tests/conformance/command.ts'
import { apiSuite } from '#tests/contract/api-suite.ts'

async function start(pack: Pack, hideRanks: boolean) {
  const { app, publisher } = await startTinyServer({ pack, hideRanks })
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  const observations = [{ ...tinyFigure({ obsValue: '168' }), ...(hideRanks ? pack.observations[0] : {}) }]
  return { ...apiAt(url), publish: () => publisher.publish({ note: '更正', source: '统战部', observations }), close: () => app.close() }
}

apiSuite('the server over HTTP', () => start(tinyPack(), false))
apiSuite('the server that hides ranks', async () => start(await readPack('packs/quzhou'), true))
