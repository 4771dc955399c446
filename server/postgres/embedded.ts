import { join } from 'node:path'
import { Problem } from '#contract/problem.ts'
import { freeBytes } from '#server/data-dir/disk-space.ts'
import type { writeDurably } from '#server/data-dir/durable-file.ts'
import { releaseFiles, type ReleaseFiles } from '#server/data-dir/release-files.ts'
import { listeners } from '#server/listeners.ts'
import { codeOf } from '#server/messages/failure.ts'
import { oneAtATime } from '#server/one-at-a-time.ts'
import { lineOf, type ReleaseContent } from '#server/release/content.ts'
import type { Store, StoredRelease } from '#server/release/store.ts'
import { insertRelease } from './insert-release.ts'
import { openDatabase } from './open-database.ts'
import { readReleases } from './read-releases.ts'
import { reopening, type Reopening } from './reopening.ts'

export interface EmbeddedOptions {
  readonly dataDir: string
  readonly openSeconds: number
  /** For tests: how a release file is written. */
  readonly write?: typeof writeDurably
}

/** Two segments of the database's log: it must never run into a full disk in the middle of a write. */
const HEADROOM = 40e6

const diskFull = (): Problem => new Problem(507, '磁盘已满', '这次没有发布，原有数据没有改动，请腾出空间后再发布一次')

async function checkSpace(dataDir: string, content: ReleaseContent): Promise<void> {
  if ((await freeBytes(dataDir)) < HEADROOM + 3 * JSON.stringify(content).length) throw diskFull()
}

/**
 * File first, then the rows, then the file's final name: the rename is the commit. A crash before it leaves a
 * row without a file, which the next opening removes.
 */
async function write(files: ReleaseFiles, database: Reopening, content: ReleaseContent): Promise<void> {
  const file = await files.prepare(content)
  try {
    await database.use(async (sql) => {
      await sql.transaction((inner) => insertRelease(inner, content, file.sha256))
      await file.commit()
    })
  } catch (error) {
    await file.discard()
    throw error
  }
}

/** Opens DATA_DIR, whose lock the caller holds. @throws Failure */
export async function openEmbeddedStore({ dataDir, openSeconds, write: writeFile }: EmbeddedOptions): Promise<Store> {
  const files = releaseFiles(join(dataDir, 'releases'), writeFile)
  const contents = await files.readAll()
  const open = async () => openDatabase({ folder: join(dataDir, 'pglite'), openSeconds }, await files.readAll())
  const database = reopening(await open(), open)
  const changed = listeners<number>()
  const oneByOne = oneAtATime()
  let releases: readonly StoredRelease[] = contents.map(({ content }) => lineOf(content))
  const reading = readReleases(database.use, () => releases)

  const append = async (content: ReleaseContent): Promise<void> => {
    try {
      await checkSpace(dataDir, content)
      await write(files, database, content)
    } catch (error) {
      throw ['ENOSPC', 'EDQUOT'].includes(codeOf(error) ?? '') ? diskFull() : error
    }
    releases = [...releases, lineOf(content)]
    changed.call(content.record.release)
  }

  return { ...reading, content: files.read, inTurn: (work) => oneByOne(() => work({ ...reading, append })), subscribe: changed.add, close: database.close }
}
