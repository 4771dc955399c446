import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Publication } from '#contract/release.ts'
import { openDataDir } from '#server/data-dir/open-data-dir.ts'
import { parseEnv, type DatabaseEnv, type Env } from '#server/env.ts'
import { exitWith } from '#server/exit-on-failure.ts'
import { Failure } from '#server/messages/failure.ts'
import { readJson } from '#server/pack/read-json.ts'
import { placeOf } from '#server/postgres/pg-place.ts'
import { openPostgresStore } from '#server/postgres/pg-store.ts'
import { parsePublishRequest, type Withdrawal } from '#server/release/publish-request.ts'
import { createPublisher, type Published } from '#server/release/publisher.ts'
import type { Store } from '#server/release/store.ts'
import { parseOrder } from './arguments.ts'
import { publishThroughServer } from './through-server.ts'

const nothingYet = (place: string): Failure => new Failure(`${place} 里还没有版本，请先运行 npm start。`)

async function publishInto(store: Store, place: string, request: Publication | Withdrawal): Promise<Published> {
  if (store.releases().length === 0) throw nothingYet(place)
  return createPublisher(store).publish(request)
}

/** Without a server the command holds the folder itself for as long as it takes. */
async function publishEmbedded({ dataDir, openSeconds }: Env, request: Publication | Withdrawal): Promise<Published> {
  if (!existsSync(join(dataDir, 'releases'))) throw nothingYet(`数据目录 ${dataDir}`)
  const data = await openDataDir(dataDir, openSeconds)
  if (data === undefined) return publishThroughServer(dataDir, request)
  return publishInto(data.store, `数据目录 ${dataDir}`, request).finally(data.close)
}

/** A database takes publications from anybody who has its address; servers that use it hear of them. */
async function publishToDatabase(database: DatabaseEnv, request: Publication | Withdrawal): Promise<Published> {
  const store = await openPostgresStore({ ...database, follow: false, log: () => undefined })
  return publishInto(store, `数据库 ${placeOf(database.url).text}`, request).finally(store.close)
}

async function publish(request: unknown): Promise<Published> {
  const env = parseEnv(process.env)
  const checked = parsePublishRequest(request)
  return env.database === undefined ? publishEmbedded(env, checked) : publishToDatabase(env.database, checked)
}

async function main(): Promise<void> {
  const order = parseOrder(process.argv.slice(2))
  const { release, observations } = await publish('file' in order ? await readJson(order.file) : order)
  console.log('file' in order ? `已发布第 ${release} 版（${observations} 条）` : `已撤回第 ${order.withdraw} 版，这是第 ${release} 版`)
}

main().then(() => process.exit(0), exitWith)
