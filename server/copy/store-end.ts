import { existsSync, readdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { renameDurably } from '#server/data-dir/durable-file.ts'
import { lockFolder } from '#server/data-dir/lock.ts'
import { openDataDir, type DataDir } from '#server/data-dir/open-data-dir.ts'
import { makeFolder } from '#server/data-dir/prepare-folder.ts'
import { Failure } from '#server/messages/failure.ts'
import { isPostgresUrl, isUsablePostgresUrl, placeOf } from '#server/postgres/pg-place.ts'
import { openPostgresStore } from '#server/postgres/pg-store.ts'

export interface Patience {
  readonly openSeconds: number
  readonly connectSeconds: number
  readonly statementSeconds: number
}

/** One end of a copy. */
export interface StoreEnd {
  /** As messages name it, without a password. */
  readonly name: string
  readonly openSource: () => Promise<DataDir>
  /** Opens an empty target. A folder fills up in a corner of it, so that it is there whole or not at all. */
  readonly openTarget: () => Promise<DataDir>
  /** Opens the target again, to see what is really there. */
  readonly reopen: () => Promise<DataDir>
  /** Moves a folder's content out of its corner. */
  readonly finish: () => Promise<void>
  /** Takes an unfinished folder away again. */
  readonly discard: () => Promise<void>
}

const nothingThere = (name: string): Failure => new Failure(`来源 ${name} 里没有版本，没有可复制的内容。`)
const notEmpty = (name: string): Failure => new Failure(`目标 ${name} 不是空的，请换一个空的目标，已有的内容没有改动。`)
const nothing = async (): Promise<void> => undefined

async function unless(refuse: boolean, data: DataDir, failure: Failure): Promise<DataDir> {
  if (!refuse) return data
  await data.close()
  throw failure
}

function databaseEnd(url: string, patience: Patience): StoreEnd {
  if (!isUsablePostgresUrl(url)) throw new Failure('数据库地址有误，须为 postgres://用户:口令@主机:端口/库名，口令里的特殊字符要写成 %XX。')
  const name = placeOf(url).text
  const open = async (): Promise<DataDir> => {
    const store = await openPostgresStore({ url, ...patience, feed: 'listen', pollSeconds: 60, follow: false, log: () => undefined })
    return { store, close: store.close }
  }
  const opened = async (wanted: 'empty' | 'filled', failure: Failure): Promise<DataDir> => {
    const data = await open()
    return unless((data.store.releases().length === 0) !== (wanted === 'empty'), data, failure)
  }
  return {
    name,
    openSource: () => opened('filled', nothingThere(name)),
    openTarget: () => opened('empty', notEmpty(name)),
    reopen: open,
    finish: nothing,
    discard: nothing
  }
}

const inUse = (folder: string): Failure => new Failure(`数据目录 ${folder} 正被另一个进程使用，请先停掉它再复制。`)

async function openFolder(folder: string, openSeconds: number): Promise<DataDir> {
  const data = await openDataDir(folder, openSeconds)
  if (data === undefined) throw inUse(folder)
  return data
}

const STAGE = '.copying'
const isEmpty = (folder: string): boolean => !existsSync(folder) || readdirSync(folder).every((name) => name === STAGE)

/** What an interrupted copy left goes; one that still runs is left alone. */
async function clearStage(stage: string): Promise<void> {
  await makeFolder(stage)
  const lock = await lockFolder(stage)
  if (lock === undefined) throw inUse(stage)
  await lock.release()
  await rm(stage, { recursive: true })
}

/** The releases come last: until they are there the folder counts as empty. */
async function moveOut(stage: string, folder: string): Promise<void> {
  for (const name of ['pglite', 'releases']) await renameDurably(join(stage, name), join(folder, name))
  await rm(stage, { recursive: true })
}

function folderEnd(path: string, { openSeconds }: Patience): StoreEnd {
  const folder = resolve(path)
  const stage = join(folder, STAGE)
  return {
    name: folder,
    openSource: async () => {
      if (!existsSync(join(folder, 'releases'))) throw nothingThere(folder)
      const data = await openFolder(folder, openSeconds)
      return unless(data.store.releases().length === 0, data, nothingThere(folder))
    },
    openTarget: async () => {
      if (!isEmpty(folder)) throw notEmpty(folder)
      await makeFolder(folder)
      await clearStage(stage)
      return openFolder(stage, openSeconds)
    },
    reopen: () => openFolder(stage, openSeconds),
    finish: () => moveOut(stage, folder),
    discard: () => rm(stage, { recursive: true, force: true })
  }
}

/** A folder is an embedded DATA_DIR; anything that begins with postgres:// a database. @throws Failure */
export const storeEnd = (text: string, patience: Patience): StoreEnd => (isPostgresUrl(text) ? databaseEnd(text, patience) : folderEnd(text, patience))
