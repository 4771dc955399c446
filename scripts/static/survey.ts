import { readdir, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'

/** A folder, as whoever copies it on to a stick has to know it. */
export interface Survey {
  readonly files: number
  readonly bytes: number
  /** What Windows or FAT would not take, in Chinese; empty: nothing. */
  readonly troubles: readonly string[]
}

const RESERVED = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[\d¹²³])(\.|$)/i
const REFUSED = /[<>:"\\|?*\p{Cc}]|[. ]$/u
/** Windows stops at 260 with the folder that it lies in. */
const LONGEST = 200
const SOME = 3

const isRefused = (path: string): boolean => path.split('/').some((name) => RESERVED.test(name) || REFUSED.test(name))

/** A path and the folders that it lies in. */
const upwards = (path: string): string[] => path.split('/').map((_name, at, names) => names.slice(0, at + 1).join('/'))

/** Those of which a part is spelled in two ways: to Windows that is one folder, or one file. */
function twins(paths: readonly string[]): string[] {
  const spelled = new Map<string, Set<string>>()
  for (const part of paths.flatMap(upwards)) spelled.set(part.toLowerCase(), (spelled.get(part.toLowerCase()) ?? new Set()).add(part))
  return paths.filter((path) => upwards(path).some((part) => (spelled.get(part.toLowerCase())?.size ?? 0) > 1))
}

const told = (what: string, paths: readonly string[]): string[] => (paths.length === 0 ? [] : [`${what}：${paths.slice(0, SOME).join('、')}`])

/** Names that a stick, or a computer with Windows, cannot take. Paths with `/`, relative to the folder. */
export const troublesOf = (paths: readonly string[]): string[] => [
  ...told('Windows 不认的文件名', paths.filter(isRefused)),
  ...told('只有大小写不同的文件名', twins(paths)),
  ...told(
    `超过 ${LONGEST} 个字符的文件名`,
    paths.filter((path) => path.length > LONGEST)
  )
]

/** Looks at every file of a folder. */
export async function survey(folder: string): Promise<Survey> {
  const entries = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
  const files = entries.map(({ parentPath, name }) => join(parentPath, name))
  const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size))
  const paths = files.map((file) => relative(folder, file).split(sep).join('/'))
  return { files: files.length, bytes: sizes.reduce((sum, size) => sum + size, 0), troubles: troublesOf(paths) }
}
