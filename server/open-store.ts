import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { openDataDir, type DataDir } from './data-dir/open-data-dir.ts'
import { checkWritable, makeFolder } from './data-dir/prepare-folder.ts'
import type { Env } from './env.ts'
import { Failure } from './messages/failure.ts'
import { placeOf, type Place } from './postgres/pg-place.ts'
import { openPostgresStore } from './postgres/pg-store.ts'

const log = (message: string): void => console.error(new Date().toISOString(), message)

/** Switching to a database does not bring along what was published before; whoever expects that should know now. */
function hintAtCopy(dataDir: string, { text }: Place): void {
  if (!existsSync(join(dataDir, 'releases/000001.json'))) return
  log(`提示：数据库 ${text} 还是空的，数据目录 ${dataDir} 里的版本不会用到。要搬过去，请停掉服务，换一个空库，先运行 npm run copy -- ${dataDir} 数据库地址。`)
}

/** Releases live in the database; the folder only tells the publish command where the server is. */
async function openDatabase({ dataDir, database }: Env & { database: NonNullable<Env['database']> }): Promise<DataDir> {
  await makeFolder(dataDir)
  await checkWritable(dataDir)
  const store = await openPostgresStore({ ...database, log })
  if (store.releases().length === 0) hintAtCopy(dataDir, placeOf(database.url))
  return { store, close: store.close }
}

/** The store that the environment names. @throws Failure */
export async function openStore(env: Env): Promise<DataDir> {
  if (env.database !== undefined) return openDatabase({ ...env, database: env.database })
  const opened = await openDataDir(env.dataDir, env.openSeconds)
  if (opened === undefined) throw new Failure(`数据目录 ${env.dataDir} 正被另一个进程使用，请先停掉它，或用环境变量 DATA_DIR 换一个目录。`)
  return opened
}
