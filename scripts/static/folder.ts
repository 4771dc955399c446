import { mkdir, readdir, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { clearedOnSignal, clearLeftovers, swap, type Places } from './swap.ts'

/** Tells a folder of ours from anybody else's. */
export const MARK = 'static-export.json'

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')

async function isOurs(folder: string): Promise<boolean> {
  const text = await readFile(join(folder, MARK), 'utf8').catch(() => '')
  return text.includes('"tongxin-screen static export"')
}

/** @throws Error in Chinese where the folder holds what is not ours to take away. */
async function checkTarget(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => undefined)
  if (found === undefined) return
  if (!found.isDirectory()) throw new Error(`${folder} 是一个文件，不是文件夹`)
  if ((await readdir(folder)).length > 0 && !(await isOurs(folder))) throw new Error(`${folder} 里已有别的东西，不会覆盖：请换一个空文件夹，或上次导出的文件夹`)
}

export async function writeInto(folder: string, path: string, body: Buffer | string): Promise<void> {
  const file = join(folder, ...path.split('/'))
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, body)
}

/** Why the system did not write, in words; undefined where it is nothing of the disk's. */
function reasonOf(error: unknown, target: string): string | undefined {
  const code = codeOf(error)
  if (['ENOSPC', 'EDQUOT'].includes(code)) return `磁盘已满，${target} 没有改动`
  if (['EBUSY', 'EXDEV', 'EACCES', 'EPERM', 'EROFS'].includes(code)) return `不能写到 ${target}：请看有没有权限；U 盘请写到它里面的一个子文件夹`
  return ['EIO', 'ENODEV', 'ENXIO'].includes(code) ? `写 ${target} 时磁盘出错（${code}）：请看 U 盘有没有拔掉` : undefined
}

const placesOf = (target: string): Places => {
  const beside = (kind: string): string => join(dirname(target), `.${basename(target)}.${kind}-${process.pid}`)
  return { target, fresh: beside('new'), old: beside('old') }
}

/**
 * Has a folder written beside the target, and puts it in the target's place when it is whole: who is served from there never
 * sees half of one; a failure, a signal or a full disk leaves what was there and nothing else. @throws Error in Chinese.
 */
export async function replaced(named: string, write: (folder: string) => Promise<void>): Promise<void> {
  // A name that leads to a folder goes on leading there.
  const target = await realpath(named).catch(() => named)
  await checkTarget(target)
  const places = placesOf(target)
  const done = clearedOnSignal(places.fresh)
  try {
    await clearLeftovers(target)
    await mkdir(places.fresh, { recursive: true })
    await write(places.fresh)
    await checkTarget(target)
    swap(places)
  } catch (error) {
    const reason = reasonOf(error, target)
    if (reason === undefined) throw error
    throw new Error(reason, { cause: error })
  } finally {
    await rm(places.fresh, { recursive: true, force: true, maxRetries: 3 })
    done()
  }
}
