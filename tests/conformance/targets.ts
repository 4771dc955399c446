import { createApp } from '#server/app.ts'
import type { Publication } from '#contract/release.ts'
import { createPublisher } from '#server/release/publisher.ts'
import type { Store } from '#server/release/store.ts'
import { createRepository } from '#server/repository.ts'
import { packDocument, packObservations } from '#mocks/fixtures/pack-quzhou.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { mockServer } from '#mocks/node.ts'
import { apiAt } from './command.ts'
import { type Answers, createExample } from './example-server.ts'
import type { Api } from './rule.ts'
import { listening, type Running } from './running-server.ts'
import { exportFiles } from './static-export.ts'
import { createStaticServer } from './static-server.ts'

/** A store that runs until it is closed, on whichever database. */
export interface OpenStore {
  readonly store: Store
  readonly close: () => Promise<void>
}

const pack = { document: packDocument, observations: packObservations }

/** Publishes the same value again: a new release in which nothing has changed but its number. */
const again = (): Publication => ({ note: '再次发布', source: '检查', observations: packObservations.slice(0, 1) })

/** The built-in server with the default pack, over HTTP, on any store. */
export async function startServer(open: () => Promise<OpenStore>): Promise<Running> {
  const { store, close } = await open()
  const publisher = createPublisher(store)
  await publisher.installPack(pack)
  const repository = createRepository(store, { demo: true, version: '0.0.0' })
  const app = await createApp(repository, { salt: 'conformance', live: { heartbeatSeconds: 3600, clients: 10 }, log: () => undefined })
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  return { url, api: { ...apiAt(url), publish: () => publisher.publish(again()) }, close: () => app.close().then(close) }
}

/** The mocks in this process: no port, no server. */
export function startMocks(): Running {
  const { server, repository } = mockServer(normal())
  server.listen({ onUnhandledRequest: 'error' })
  const url = 'http://mocks.test'
  const publish: Api['publish'] = async () => {
    const first = normal()
    repository.announce({ ...first, release: { ...first.release, release: 2, note: '再次发布' } })
  }
  return { url, api: { ...apiAt(url), publish }, close: async () => server.close() }
}

/** The default pack as a city's own platform would hold it: published figures only, one release, every figure with each scene. */
export function exampleAnswers(): Answers {
  const { info: whole, regions, indicators, scenes, boundaries } = packDocument
  const info = { ...whole, sources: whole.sources.filter(({ id }) => id !== 'demo') }
  const observations = packObservations.filter(({ origin }) => origin !== 'demo').map((o) => ({ ...o, release: 1 }))
  const view = { release: 1, publishedAt: '2022-10-26T01:28:00Z', dataPeriod: '2022-10', region: info.root, root: info.root }
  const rest = { sources: info.sources, milestones: info.milestones, indicators, regions, observations }
  const map = (code: string) => boundaries.features.filter(({ properties }) => properties.kind === 'area' && properties.parent === code)
  return {
    pack: { info, release: 1, demo: false, scenes: scenes.map(({ id, title, shortTitle = title }) => ({ id, title, shortTitle })) },
    regions: { release: 1, regions },
    indicators: { release: 1, indicators },
    scenes: { release: 1, scenes: scenes.map(({ id, title }) => ({ id, title })) },
    observations: { release: 1, observations },
    version: { api: 'v1', version: '1.0.0', pack: info.id, release: 1, demo: false },
    ...Object.fromEntries(
      scenes.map((scene) => [
        `scenes/${scene.id}`,
        { scene, ...view, ...rest, programmes: info.programmes.filter(({ theme }) => theme === scene.id), codeLists: [] }
      ])
    ),
    ...Object.fromEntries(
      scenes.flatMap(({ brief: _whole, ...scene }) =>
        scene.panels.map((panel) => [
          `panels/${scene.id}/${panel.id}`,
          { scene: { ...scene, panels: [panel] }, ...view, ...rest, programmes: info.programmes.filter(({ theme }) => theme === scene.id), codeLists: [] }
        ])
      )
    ),
    ...Object.fromEntries(regions.map(({ code }) => [`boundaries/${code}`, { type: 'FeatureCollection', features: map(code) }]))
  }
}

export const startExample = (): Promise<Running> => listening(createExample(exampleAnswers()))

/** What an implementation answers now, as files in a folder behind a plain web server. */
export async function startStatic(api: Api, folder: string): Promise<Running> {
  await exportFiles(api, folder)
  return listening(createStaticServer(folder))
}
