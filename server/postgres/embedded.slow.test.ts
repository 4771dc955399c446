import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeDurably } from '#server/data-dir/durable-file.ts'
import { createPublisher } from '#server/release/publisher.ts'
import type { Store } from '#server/release/store.ts'
import { memoryStore } from '#server/testing/memory-store.ts'
import { makeTemporaryFolder, temporaryFolder } from '#server/testing/temporary-folder.ts'
import { tinyFigure, tinyPack } from '#server/testing/tiny-pack.ts'
import { openEmbeddedStore } from './embedded.ts'
import { openPglite } from './pglite-driver.ts'

const openSeconds = 90
const open = (dataDir: string, write?: typeof writeDurably): Promise<Store> => openEmbeddedStore({ dataDir, openSeconds, write })
const figure = (obsValue: string) => ({ note: '更正', source: '统战部', observations: [tinyFigure({ obsValue })] })

/** The same story for any store: a pack, a correction, its withdrawal, a changed pack, a withdrawal of the withdrawal. */
async function tell(store: Store): Promise<void> {
  const publisher = createPublisher(store, () => new Date('2023-01-01T00:00:00Z'))
  await publisher.installPack(tinyPack())
  await publisher.publish(figure('200'))
  await publisher.publish({ withdraw: 2 })
  const pack = tinyPack()
  pack.document.info.title = '改名'
  await publisher.installPack({ ...pack, observations: pack.observations.slice(0, 3) })
  await publisher.publish({ withdraw: 3 })
}

/** A folder with the story in it; making a cluster takes seconds, copying one does not. */
const template = makeTemporaryFolder()

beforeAll(async () => {
  const store = await open(template)
  await tell(store)
  await store.close()
}, 60_000)

afterAll(() => rmSync(template, { recursive: true }))

function copy(): string {
  const folder = temporaryFolder()
  cpSync(template, folder, { recursive: true })
  return folder
}

async function withStore<T>(folder: string, work: (store: Store) => Promise<T> | T, write?: typeof writeDurably): Promise<T> {
  const store = await open(folder, write)
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

const everything = async (store: Store) => ({
  releases: store.releases(),
  views: await Promise.all(store.releases().flatMap(({ release }) => [true, false].map((demo) => store.view(release, demo))))
})

async function expected() {
  const store = memoryStore()
  await tell(store)
  return everything(store)
}

const sqlIn = async (folder: string, text: string): Promise<void> => {
  const sql = await openPglite(join(folder, 'pglite'), openSeconds)
  await sql.query(text)
  await sql.close()
}

const DAMAGED = /^数据库文件夹 .+pglite 已损坏，请把它移到别处后重新启动，全部 5 个版本会从 .+releases 恢复。$/

describe('the embedded store', () => {
  it('answers every view as plain arrays do, after a restart', async () => {
    expect(await withStore(copy(), everything)).toEqual(await expected())
  })

  it('is rebuilt from the release files alone, also where a cluster was never finished', async () => {
    const folder = copy()
    writeFileSync(join(folder, 'pglite.unfinished'), '')
    rmSync(join(folder, 'pglite/base'), { recursive: true })
    expect(await withStore(folder, everything)).toEqual(await expected())
    expect(existsSync(join(folder, 'pglite.unfinished'))).toBe(false)
  })

  it('removes a release that was never acknowledged, and a draft of it', async () => {
    const folder = copy()
    renameSync(join(folder, 'releases/000005.json'), join(folder, 'releases/000005.json.tmp'))
    const { releases, views } = await withStore(folder, everything)
    const all = await expected()
    expect({ releases, views }).toEqual({ releases: all.releases.slice(0, 4), views: all.views.slice(0, 8) })
    expect(readdirSync(join(folder, 'releases'))).toHaveLength(4)
  })

  it('replays release files that the database lacks', async () => {
    const folder = copy()
    await sqlIn(folder, 'delete from releases where release = 5')
    expect(await withStore(folder, everything)).toEqual(await expected())
  })

  it.each([
    ['a changed value', `update observations set body = replace(body, '167', '168')`],
    ['a lost table', 'drop table packs']
  ])('reports %s in the database', async (_name, text) => {
    const folder = copy()
    await sqlIn(folder, text)
    await expect(open(folder)).rejects.toThrow(DAMAGED)
  })

  it.each(['global/pg_control', 'base/5/1259'])('reports a cut %s', async (file) => {
    const folder = copy()
    truncateSync(join(folder, 'pglite', file), 1)
    await expect(open(folder)).rejects.toThrow(DAMAGED)
  })

  it('names a damaged or missing release file and touches nothing', async () => {
    const damaged = copy()
    const file = join(damaged, 'releases/000002.json')
    writeFileSync(file, readFileSync(file, 'utf8').replace('"200"', '"201"'))
    await expect(open(damaged)).rejects.toThrow('000002.json 已损坏或缺失')
    const missing = copy()
    rmSync(join(missing, 'releases'), { recursive: true })
    await expect(open(missing)).rejects.toThrow('releases 文件夹只有 0 个版本，数据库里却有 5 个')
  })

  it('has no release that could not be written, and goes on', async () => {
    const folder = copy()
    let full = true
    const write: typeof writeDurably = async (path, text, mode) => {
      await writeDurably(path, full ? text.slice(0, 10) : text, mode)
      if (full) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
    }
    await withStore(
      folder,
      async (store) => {
        const publisher = createPublisher(store)
        await expect(publisher.publish(figure('300'))).rejects.toMatchObject({ status: 507, title: '磁盘已满' })
        expect(readdirSync(join(folder, 'releases'))).toHaveLength(5)
        expect((await store.view(5, true)).observations).not.toHaveLength(0)
        full = false
        expect(await publisher.publish(figure('300'))).toMatchObject({ release: 6 })
      },
      write
    )
    expect(await withStore(folder, (store) => store.releases().length)).toBe(6)
  })

  it('takes the rows back when the file cannot get its final name', async () => {
    const folder = copy()
    await withStore(folder, async (store) => {
      const publisher = createPublisher(store)
      const blocked = join(folder, 'releases/000006.json')
      mkdirSync(blocked)
      await expect(publisher.publish(figure('300'))).rejects.toThrow()
      rmSync(blocked, { recursive: true })
      expect(store.releases()).toHaveLength(5)
      expect(await publisher.publish(figure('301'))).toMatchObject({ release: 6 })
      expect((await store.view(6, true)).observations.find(({ indicator }) => indicator === 'services')).toMatchObject({ obsValue: '301', release: 6 })
    })
  })
})
