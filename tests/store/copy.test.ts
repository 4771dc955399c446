import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDataDir } from '#server/data-dir/open-data-dir.ts'
import { openPostgresStore } from '#server/postgres/pg-store.ts'
import { contentHash } from '#server/release/content.ts'
import { createPublisher } from '#server/release/publisher.ts'
import type { Store } from '#server/release/store.ts'
import { startCluster, type PostgresCluster } from '#server/testing/postgres-cluster.ts'
import { makeTemporaryFolder, temporaryFolder } from '#server/testing/temporary-folder.ts'
import { tinyFigure, tinyPack } from '#server/testing/tiny-pack.ts'
import { postgresOptions } from './bench.ts'
import { buildApp, type BuiltApp } from './built-app.ts'

let cluster: PostgresCluster
let app: BuiltApp
let source: string

const figure = (obsValue: string) => ({
  note: `改为 ${obsValue}`,
  source: '统战部',
  observations: [tinyFigure({ obsValue }), tinyFigure({ indicator: 'rate', obsValue: '60' })]
})

async function fill(store: Store): Promise<void> {
  const publisher = createPublisher(store)
  await publisher.installPack(tinyPack())
  await publisher.publish(figure('200'))
  await publisher.publish({ withdraw: 2 })
  await publisher.publish({ withdraw: 3 })
  const pack = tinyPack()
  await publisher.installPack({ ...pack, observations: pack.observations.slice(1) })
  await publisher.publish(figure('201'))
}

beforeAll(async () => {
  cluster = await startCluster()
  app = await buildApp()
  source = makeTemporaryFolder()
  const data = await openDataDir(source, 60)
  if (data !== undefined) await fill(data.store)
  await data?.close()
})
afterAll(async () => {
  app.remove()
  rmSync(source, { recursive: true, force: true })
  await cluster.remove()
})

const copy = (from: string, to: string) => app.command('copy', [from, to])

async function openEnd(end: string): Promise<Store> {
  if (end.startsWith('postgres:')) return openPostgresStore({ ...postgresOptions(end), follow: false })
  const data = await openDataDir(end, 60)
  if (data === undefined) throw new Error(`${end} is held`)
  return { ...data.store, close: data.close }
}

/** Everything there is, as it is and as it is seen. */
async function dump(end: string) {
  const store = await openEnd(end)
  try {
    const numbers = store.releases().map(({ release }) => release)
    const contents = await Promise.all(numbers.map((release) => store.content(release)))
    return { releases: store.releases(), hashes: contents.map(contentHash), views: await Promise.all(numbers.map((release) => store.view(release, true))) }
  } finally {
    await store.close()
  }
}

describe('npm run copy', () => {
  it('moves everything to PostgreSQL and back again, and shows what it compared', async () => {
    const [database, back] = [await cluster.createDatabase(), join(temporaryFolder(), 'back')]
    const there = await copy(source, database)
    expect(there).toMatchObject({ code: 0, stderr: '' })
    const lines = there.stdout.trimEnd().split('\n')
    expect(lines[0]).toBe('版本  来源条数  目标条数  来源 SHA-256      目标 SHA-256      核对')
    expect(lines.slice(1, 7).map((line) => line.split(/\s+/).filter((_, column) => column < 3 || column > 4))).toEqual(
      [5, 2, 0, 0, 1, 2].map((count, index) => [String(index + 1), String(count), String(count), '一致'])
    )
    expect(lines.at(-1)).toBe(
      `已从 ${source} 复制到 postgres://127.0.0.1:${cluster.port}${new URL(database).pathname}：6 个版本，10 条，条数与 SHA-256 全部一致。`
    )
    expect(await copy(database, back)).toMatchObject({ code: 0, stderr: '' })
    const [original, moved, returned] = [await dump(source), await dump(database), await dump(back)]
    expect(moved).toEqual(original)
    expect(returned).toEqual(original)
    for (const { release } of original.releases) expect(there.stdout).toContain(original.hashes[release - 1]?.slice(0, 16))
    expect(readdirSync(back).toSorted()).toEqual(['pglite', 'releases'])
  })

  it('goes from one database to another, and what was moved can be published into', async () => {
    const [first, second] = [await cluster.createDatabase(), await cluster.createDatabase()]
    expect((await copy(source, first)).code).toBe(0)
    expect((await copy(first, second)).code).toBe(0)
    const store = await openEnd(second)
    expect(await createPublisher(store).publish({ withdraw: 6 })).toEqual({ release: 7, observations: 0 })
    await store.close()
  })

  it('refuses a target that is not empty, and leaves it alone', async () => {
    const database = await cluster.createDatabase()
    expect((await copy(source, database)).code).toBe(0)
    expect(await copy(source, database)).toEqual({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/^目标 postgres:\/\/127\.0\.0\.1:\d+\/d\d+ 不是空的，请换一个空的目标，已有的内容没有改动。\n$/)
    })
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'note.txt'), 'x')
    expect(await copy(source, folder)).toEqual({ code: 1, stdout: '', stderr: `目标 ${folder} 不是空的，请换一个空的目标，已有的内容没有改动。\n` })
    expect(await copy(source, source)).toMatchObject({ code: 1, stderr: expect.stringContaining('不是空的') })
    expect(readdirSync(folder)).toEqual(['note.txt'])
  })

  it('refuses a source that a server holds, or that has nothing in it', async () => {
    const [folder, target] = [temporaryFolder(), join(temporaryFolder(), 'target')]
    const running = await app.start(folder)
    expect(await copy(folder, target)).toEqual({ code: 1, stdout: '', stderr: `数据目录 ${folder} 正被另一个进程使用，请先停掉它再复制。\n` })
    await running.stop()
    const nothing = temporaryFolder()
    expect(await copy(nothing, target)).toEqual({ code: 1, stdout: '', stderr: `来源 ${nothing} 里没有版本，没有可复制的内容。\n` })
    expect(await copy(await cluster.createDatabase(), target)).toMatchObject({ code: 1, stderr: expect.stringContaining('里没有版本') })
    expect(existsSync(target)).toBe(false)
  })

  it('stops at a database whose rows have changed, and leaves no target behind', async () => {
    const [database, target] = [await cluster.createDatabase(), join(temporaryFolder(), 'target')]
    await copy(source, database)
    await cluster.run(database, `update observations set body = replace(body, '"200"', '"999"')`)
    expect(await copy(database, target)).toEqual({ code: 1, stdout: '', stderr: '数据库里第 2 版的内容与发布时的校验值不符，请从备份恢复数据库。\n' })
    expect(readdirSync(target)).toEqual([])
  })

  it('clears what an interrupted copy left', async () => {
    const target = temporaryFolder()
    mkdirSync(join(target, '.copying/releases'), { recursive: true })
    writeFileSync(join(target, '.copying/releases/000001.json'), '{')
    expect((await copy(source, target)).code).toBe(0)
    expect((await dump(target)).hashes).toEqual((await dump(source)).hashes)
  })

  it.each([[['only-one']], [[]], [['a', 'b', 'c']]])('explains itself when asked for %j', async (args) => {
    expect(await app.command('copy', args)).toMatchObject({ code: 1, stderr: expect.stringMatching(/^用法：npm run copy/) })
  })
})
