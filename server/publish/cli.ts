import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { openDataDir } from '#server/data-dir/open-data-dir.ts'
import { parseEnv } from '#server/env.ts'
import { exitWith } from '#server/exit-on-failure.ts'
import { Failure } from '#server/messages/failure.ts'
import { readJson } from '#server/pack/read-json.ts'
import { parsePublishRequest } from '#server/release/publish-request.ts'
import { createPublisher, type Published } from '#server/release/publisher.ts'
import { parseOrder } from './arguments.ts'
import { publishThroughServer } from './through-server.ts'

const nothingYet = (dataDir: string): Failure => new Failure(`数据目录 ${dataDir} 里还没有版本，请先运行 npm start。`)

/** Without a server the command holds the folder itself for as long as it takes. */
async function publish(request: unknown): Promise<Published> {
  const { dataDir, openSeconds } = parseEnv(process.env)
  const checked = parsePublishRequest(request)
  if (!existsSync(join(dataDir, 'releases'))) throw nothingYet(dataDir)
  const data = await openDataDir(dataDir, openSeconds)
  if (data === undefined) return publishThroughServer(dataDir, checked)
  try {
    if (data.store.releases().length === 0) throw nothingYet(dataDir)
    return await createPublisher(data.store).publish(checked)
  } finally {
    await data.close()
  }
}

async function main(): Promise<void> {
  const order = parseOrder(process.argv.slice(2))
  const { release, observations } = await publish('file' in order ? await readJson(order.file) : order)
  console.log('file' in order ? `已发布第 ${release} 版（${observations} 条）` : `已撤回第 ${order.withdraw} 版，这是第 ${release} 版`)
}

main().then(() => process.exit(0), exitWith)
