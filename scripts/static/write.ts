import { ReleasesAnswer, ScenesAnswer, VersionAnswer } from '#contract/endpoints.ts'
import { staticPath } from '#contract/static-files.ts'
import { writeApp } from './app-files.ts'
import { answersOf, filesOf, pagesOf, type Inventory } from './answers.ts'
import type { StaticOrder } from './arguments.ts'
import { askAt, inTurn, type Ask } from './asker.ts'
import { MARK, replaced, writeInto } from './folder.ts'
import { answerAt, inventoryOf, releaseOf } from './inventory.ts'
import { nginxConf } from './nginx.ts'
import { readMe } from './read-me.ts'

/** What was written. */
export interface Written {
  readonly release: number
  readonly scenes: number
  /** JSON answers. */
  readonly answers: number
  /** Pictures, tables and documents. */
  readonly files: number
}

/** All of one release, whatever is published meanwhile. */
const ofRelease =
  (ask: Ask, release: number): Ask =>
  (path) =>
    ask(`${path}${path.includes('?') ? '&' : '?'}release=${release}`)

const fileOf = (path: string): string => staticPath(path).slice(1)

/** What the whole deployment says of itself, as it is with this release and these scenes alone. */
async function overview(ask: Ask, { pack }: Inventory, release: number): Promise<ReadonlyMap<string, object>> {
  const [{ publicUrl: _elsewhere, ...version }, { releases }, { scenes }] = await Promise.all([
    answerAt(ask, '/api/v1/version', VersionAnswer),
    answerAt(ask, '/api/v1/releases', ReleasesAnswer),
    answerAt(ofRelease(ask, release), '/api/v1/scenes', ScenesAnswer)
  ])
  const kept = scenes.filter(({ id }) => pack.scenes.some((scene) => scene.id === id))
  return new Map<string, object>([
    ['/api/v1/pack', pack],
    ['/api/v1/version', { ...version, release }],
    ['/api/v1/releases', { releases: releases.filter((one) => one.release <= release) }],
    ['/api/v1/scenes', { release, scenes: kept }]
  ])
}

async function writeAnswers(folder: string, ask: Ask, inventory: Inventory): Promise<number> {
  const { root } = inventory.pack.info
  const paths = answersOf(inventory)
  await inTurn(paths, async (path) => {
    // The root's map with its context also where no query is seen.
    const body = await ask(path.endsWith(`/boundaries/${root}`) ? `${path}?context=1` : path)
    if (body === undefined) throw new Error(`服务器没有 ${path}`)
    await writeInto(folder, fileOf(path), body)
  })
  return paths.length
}

/** A panel without a picture, a server without documents: these are left out. */
async function writeFiles(folder: string, ask: Ask, inventory: Inventory): Promise<number> {
  let written = 0
  await inTurn(filesOf(inventory), async (path) => {
    const body = await ask(path)
    if (body === undefined) return
    await writeInto(folder, path.slice(1), body)
    written += 1
  })
  return written
}

async function fill(folder: string, order: StaticOrder, ask: Ask): Promise<Written> {
  const release = await releaseOf(ask, order.release)
  const pinned = ofRelease(ask, release)
  const inventory = await inventoryOf(pinned, order.scenes)
  await writeApp(folder, { ask, release, pages: pagesOf(inventory) })
  const top = await overview(ask, inventory, release)
  for (const [path, answer] of top) await writeInto(folder, fileOf(path), JSON.stringify(answer))
  const answers = top.size + (await writeAnswers(folder, pinned, inventory))
  const files = order.pictures ? await writeFiles(folder, pinned, inventory) : 0
  const written = { release, scenes: inventory.pack.scenes.length, answers, files }
  await writeInto(folder, 'nginx.conf', nginxConf(order.folder, release))
  await writeInto(folder, '说明.txt', readMe(inventory.pack, written))
  await writeInto(folder, MARK, `${JSON.stringify({ made: 'tongxin-screen static export', ...written }, null, 2)}\n`)
  return written
}

/** Writes app and answers of a running server as plain files. @throws Error in Chinese; the folder is then as it was. */
export async function exportStatic(order: StaticOrder): Promise<Written> {
  const done: Written[] = []
  await replaced(order.folder, async (folder) => void done.push(await fill(folder, order, askAt(order.base))))
  const [written] = done
  if (written === undefined) throw new Error('没有写成')
  return written
}
