import { existsSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { freeBytes } from '#server/data-dir/disk-space.ts'
import type { ReleaseFile } from '#server/data-dir/release-files.ts'
import { Failure } from '#server/messages/failure.ts'
import { migrate } from './migrations.ts'
import { openPglite } from './pglite-driver.ts'
import { reconcile } from './reconcile.ts'
import type { Sql } from './sql.ts'

/** An empty cluster takes 40 MB; opening one may replay its log. */
const [NEW_BYTES, OPEN_BYTES] = [80e6, 4e6]

export interface DatabaseOptions {
  readonly folder: string
  readonly openSeconds: number
}

async function checkSpace(folder: string): Promise<void> {
  const [free, needed] = [await freeBytes(dirname(folder)), existsSync(folder) ? OPEN_BYTES : NEW_BYTES]
  if (free < needed) throw new Failure(`数据目录 ${dirname(folder)} 所在磁盘只剩 ${Math.floor(free / 1e6)} MB，至少需要 ${needed / 1e6} MB，请先腾出空间。`)
}

/**
 * A process that is killed while it makes the cluster leaves half of one; the mark beside it says so.
 * The cluster is made in a thread of its own, which takes 500 MB with it when it ends.
 */
async function makeCluster({ folder, openSeconds }: DatabaseOptions): Promise<void> {
  const unfinished = `${folder}.unfinished`
  if (existsSync(unfinished)) await rm(folder, { recursive: true, force: true })
  if (existsSync(folder)) return
  await writeFile(unfinished, '')
  await (await openPglite(folder, openSeconds)).close()
  await rm(unfinished)
}

const damaged = (folder: string, releases: number, cause: unknown): Failure =>
  new Failure(`数据库文件夹 ${folder} 已损坏，请把它移到别处后重新启动，全部 ${releases} 个版本会从 ${dirname(folder)}/releases 恢复。`, { cause })

async function openCluster(options: DatabaseOptions, files: readonly ReleaseFile[]): Promise<Sql> {
  let sql: Sql | undefined
  try {
    sql = await openPglite(options.folder, options.openSeconds)
    await migrate(sql)
    await reconcile(sql, files)
    return sql
  } catch (error) {
    await sql?.close()
    throw error instanceof Failure ? error : damaged(options.folder, files.length, error)
  }
}

/** Opens the database and brings it level with the release files. @throws Failure */
export async function openDatabase(options: DatabaseOptions, files: readonly ReleaseFile[]): Promise<Sql> {
  await checkSpace(options.folder)
  await makeCluster(options).catch((cause: unknown) => {
    throw new Failure(`无法在 ${options.folder} 建立数据库，请检查磁盘空间和权限后重新启动。`, { cause })
  })
  return openCluster(options, files)
}
