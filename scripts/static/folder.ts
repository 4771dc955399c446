import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** Tells a folder of ours from anybody else's. */
export const MARK = 'static-export.json'

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined)

async function isOurs(folder: string): Promise<boolean> {
  const text = await readFile(join(folder, MARK), 'utf8').catch(() => '')
  return text.includes('"tongxin-screen static export"')
}

/** @throws Error in Chinese where the folder holds what is not ours to take away. */
export async function checkTarget(folder: string): Promise<void> {
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

async function swap(fresh: string, target: string): Promise<void> {
  const old = `${target}.old-${process.pid}`
  if (existsSync(target)) await rename(target, old)
  try {
    await rename(fresh, target)
  } catch (error) {
    if (existsSync(old)) await rename(old, target)
    throw error
  }
  await rm(old, { recursive: true, force: true })
}

/**
 * Has a folder written beside the target, and puts it in the target's place when it is whole: who is served from there never
 * sees half of one, and a failure leaves what was there. @throws Error in Chinese.
 */
export async function replaced(target: string, write: (folder: string) => Promise<void>): Promise<void> {
  await checkTarget(target)
  const fresh = join(dirname(target), `.${basename(target)}.new-${process.pid}`)
  try {
    await mkdir(fresh, { recursive: true })
    await write(fresh)
    await checkTarget(target)
    await swap(fresh, target)
  } catch (error) {
    await rm(fresh, { recursive: true, force: true })
    if (codeOf(error) === 'ENOSPC') throw new Error(`磁盘已满，${target} 没有改动`, { cause: error })
    if (['EBUSY', 'EXDEV', 'EACCES', 'EPERM', 'EROFS'].includes(String(codeOf(error))))
      throw new Error(`不能写到 ${target}：请看有没有权限；U 盘请写到它里面的一个子文件夹`, { cause: error })
    throw error
  }
}
