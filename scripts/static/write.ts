import { ReleasesAnswer, ScenesAnswer, VersionAnswer } from '#contract/endpoints.ts'
import { staticPath } from '#contract/static-files.ts'
import { writeApp } from './app-files.ts'
import { answersOf, filesOf, pagesOf, type Inventory } from './answers.ts'
import type { StaticOrder } from './arguments.ts'
import { askAt, inTurn, type Ask } from './asker.ts'
import { MARK, replaced, writeInto } from './folder.ts'
import { answerAt, inventoryOf, releaseOf } from './inventory.ts'
import { nginxConf } from './nginx.ts'
import { counted, type Say } from './progress.ts'
import { readMe } from './read-me.ts'
import { wholesOf } from './wholes.ts'
import { survey, type Survey } from './survey.ts'

/** What was written. */
export interface Written {
  readonly release: number
  readonly scenes: number
  /** JSON answers. */
  readonly answers: number
  /** Pictures, tables and documents, by their addresses. */
  readonly downloads: readonly string[]
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
  const answers = new Map<string, object>([
    ['/api/v1/pack', pack],
    ['/api/v1/version', { ...version, release }],
    ['/api/v1/releases', { releases: releases.filter((one) => one.release <= release) }],
    ['/api/v1/scenes', { release, scenes: kept }]
  ])
  const wholes = wholesOf({ release, root: pack.info.root, scenes: pack.scenes.map(({ id }) => id) })
  return new Map([...answers, ...wholes.map(([path, part]) => [`${path}${part}`, answers.get(path) ?? {}] as const)])
}

interface Writing {
  readonly folder: string
  readonly ask: Ask
  readonly inventory: Inventory
  readonly say: Say
}

async function writeAnswers({ folder, ask, inventory, say }: Writing): Promise<number> {
  const { root } = inventory.pack.info
  const paths = answersOf(inventory)
  const next = counted(say, '数据', paths.length)
  await inTurn(paths, async (path) => {
    // The root's map with its context also where no query is seen.
    const body = await ask(path.endsWith(`/boundaries/${root}`) ? `${path}?context=1` : path)
    if (body === undefined) throw new Error(`服务器没有 ${path}`)
    await writeInto(folder, fileOf(path), body)
    next()
  })
  return paths.length
}

/** A panel without a picture, a server without documents: these are left out. Returns the addresses of what was written. */
async function writeFiles({ folder, ask, inventory, say }: Writing): Promise<string[]> {
  const paths = filesOf(inventory)
  const written: string[] = []
  const next = counted(say, '图片和文件', paths.length)
  await inTurn(paths, async (path) => {
    const body = await ask(path)
    const [address = ''] = path.split('?')
    if (body !== undefined) {
      await writeInto(folder, address.slice(1), body)
      written.push(address)
    }
    next()
  })
  return written.toSorted()
}

async function fill(folder: string, order: StaticOrder, say: Say): Promise<Written & Survey> {
  const ask = askAt(order.base)
  const release = await releaseOf(ask, order.release)
  const pinned = ofRelease(ask, release)
  const inventory = await inventoryOf(pinned, order.scenes)
  say(`第 ${release} 版，${inventory.pack.scenes.length} 个场景`)
  await writeApp(folder, { ask, release, pages: pagesOf(inventory) })
  const top = await overview(ask, inventory, release)
  for (const [path, answer] of top) await writeInto(folder, fileOf(path), JSON.stringify(answer))
  const writing = { folder, ask: pinned, inventory, say }
  const answers = top.size + (await writeAnswers(writing))
  const downloads = order.pictures ? await writeFiles(writing) : []
  const written = { release, scenes: inventory.pack.scenes.length, answers, downloads }
  await writeInto(folder, MARK, `${JSON.stringify({ made: 'tongxin-screen static export', ...written }, null, 2)}\n`)
  await writeInto(folder, 'nginx.conf', nginxConf(order.folder))
  await writeInto(folder, '说明.txt', readMe(inventory.pack, written, await survey(folder)))
  return { ...written, ...(await survey(folder)) }
}

/**
 * Writes app and answers of a running server as plain files; the same release gives the same bytes, but for the folder's name in
 * `nginx.conf`. @throws Error in Chinese; the folder is then as it was.
 */
export async function exportStatic(order: StaticOrder, say: Say = () => undefined): Promise<Written & Survey> {
  const done: (Written & Survey)[] = []
  await replaced(order.folder, async (folder) => void done.push(await fill(folder, order, say)))
  const [written] = done
  if (written === undefined) throw new Error('没有写成')
  return written
}
