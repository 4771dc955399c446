import { readFile } from 'node:fs/promises'
import { relative } from 'node:path'
import type * as z from 'zod/mini'
import { codeOf, Failure, messageOf } from '#server/messages/failure.ts'
import { issuesOf } from '#server/messages/issues.ts'
import { jsonErrorAt } from '#server/messages/json-error.ts'
import { countedPath } from '#server/messages/json-path.ts'

/** How the operator knows the file: from the folder they stand in, where it lies below it. */
export const shownPath = (file: string): string => {
  const path = relative(process.cwd(), file)
  return path.startsWith('..') ? file : path
}

const readText = async (file: string): Promise<string> => {
  try {
    return (await readFile(file, 'utf8')).replace(/^\uFEFF/, '')
  } catch (error) {
    throw new Failure(codeOf(error) === 'ENOENT' ? `${shownPath(file)}：文件不存在。` : `${shownPath(file)}：无法读取（${messageOf(error)}）。`)
  }
}

/** @throws Failure naming the file and, for broken JSON, the line. */
export async function readJson(file: string): Promise<unknown> {
  const text = await readText(file)
  try {
    return JSON.parse(text)
  } catch {
    const { line, column } = jsonErrorAt(text)
    throw new Failure(`${shownPath(file)}：第 ${line} 行第 ${column} 个字符起不是有效的 JSON。`)
  }
}

/** @throws Failure naming the file, the path in it and the first rule it breaks. */
export async function readAs<T extends z.ZodMiniType>(file: string, schema: T): Promise<z.infer<T>> {
  const { success, data, error } = schema.safeParse(await readJson(file), { reportInput: true })
  if (success) return data
  const [issue] = issuesOf(error)
  const path = countedPath(issue?.path ?? [])
  throw new Failure(`${shownPath(file)}：${path}${path === '' ? '' : ' '}${issue?.rule ?? '格式不对'}。`)
}
