import { existsSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { codeOf, Failure, messageOf } from '#server/messages/failure.ts'

const CHECK = '请检查环境变量 DATA_DIR'
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: `不能创建，${CHECK}`,
  EACCES: `没有写权限，${CHECK}`,
  EPERM: `没有写权限，${CHECK}`,
  EROFS: `是只读的，${CHECK}`,
  ENOTDIR: `不是文件夹，${CHECK}`,
  EEXIST: `不是文件夹，${CHECK}`,
  ENOSPC: '所在磁盘已满，请先腾出空间',
  EDQUOT: '所在磁盘的配额已用完，请先腾出空间'
}

async function explained(folder: string, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    throw new Failure(`数据目录 ${folder} ${REASONS[codeOf(error) ?? ''] ?? `不能写入（${messageOf(error)}），${CHECK}`}。`)
  }
}

/** Not `recursive: true`, which never ends where a parent exists and refuses children, as /proc does. */
async function make(folder: string): Promise<void> {
  try {
    await mkdir(folder)
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return
    if (codeOf(error) !== 'ENOENT' || existsSync(dirname(folder))) throw error
    await make(dirname(folder))
    await mkdir(folder)
  }
}

/** @throws Failure */
export const makeFolder = (folder: string): Promise<void> => explained(folder, () => make(folder))

/** Proves that the folder takes files. @throws Failure */
export const checkWritable = (folder: string): Promise<void> =>
  explained(folder, async () => {
    const probe = join(folder, `.probe-${process.pid}`)
    try {
      await writeFile(probe, 'x')
    } finally {
      await rm(probe, { force: true })
    }
  })
