import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { Failure } from '#server/messages/failure.ts'
import { contentHash, ReleaseContent } from '#server/release/content.ts'
import { renameDurably, writeDurably } from './durable-file.ts'

const FINAL = /^\d{6,}\.json$/
const Envelope = z.object({ sha256: z.string(), content: ReleaseContent })

export interface ReleaseFile {
  readonly sha256: string
  readonly content: ReleaseContent
}

export interface ReleaseFiles {
  /** All releases, oldest first. @throws Failure naming the first file that is damaged or missing. */
  readonly readAll: () => Promise<ReleaseFile[]>
  /** One release. @throws Failure when its file is damaged or missing. */
  readonly read: (release: number) => Promise<ReleaseContent>
  /** Writes and syncs the file under a name that does not count yet. */
  readonly prepare: (content: ReleaseContent) => Promise<Prepared>
}

export interface Prepared {
  readonly sha256: string
  /** Gives the file its final name: from here on the release exists. */
  readonly commit: () => Promise<void>
  readonly discard: () => Promise<void>
}

const fileName = (release: number): string => `${String(release).padStart(6, '0')}.json`

function parse(text: string): ReleaseFile | undefined {
  try {
    const { success, data } = Envelope.safeParse(JSON.parse(text))
    return success && contentHash(data.content) === data.sha256 ? data : undefined
  } catch {
    return undefined
  }
}

async function readOne(folder: string, release: number): Promise<ReleaseFile> {
  const file = join(folder, fileName(release))
  const found = parse(await readFile(file, 'utf8').catch(() => ''))
  if (found?.content.record.release !== release) throw new Failure(`版本文件 ${file} 已损坏或缺失，请从备份恢复这个文件后再启动，其余版本没有改动。`)
  return found
}

async function readAll(folder: string): Promise<ReleaseFile[]> {
  await mkdir(folder, { recursive: true })
  const names = await readdir(folder)
  await Promise.all(names.filter((name) => name.endsWith('.tmp')).map((name) => rm(join(folder, name), { force: true })))
  const last = Math.max(0, ...names.filter((name) => FINAL.test(name)).map((name) => Number.parseInt(name, 10)))
  const files: ReleaseFile[] = []
  for (let release = 1; release <= last; release += 1) files.push(await readOne(folder, release))
  return files
}

/** `releases/000001.json`...: the durable truth. One file holds one release whole, with its own hash. */
export function releaseFiles(folder: string, write: typeof writeDurably = writeDurably): ReleaseFiles {
  return {
    readAll: () => readAll(folder),
    read: async (release) => (await readOne(folder, release)).content,
    prepare: async (content) => {
      const text = JSON.stringify(content)
      const sha256 = contentHash(content)
      const file = join(folder, fileName(content.record.release))
      const draft = `${file}.tmp`
      const discard = () => rm(draft, { force: true })
      try {
        await write(draft, `{"sha256":"${sha256}","content":${text}}\n`)
      } catch (error) {
        await discard()
        throw error
      }
      return { sha256, commit: () => renameDurably(draft, file), discard }
    }
  }
}
