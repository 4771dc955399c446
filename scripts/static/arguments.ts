import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

/** What `npm run export:static` is asked for. */
export interface StaticOrder {
  /** The folder that is written, absolute. */
  readonly folder: string
  /** Where the running server is, without a slash at the end. */
  readonly base: string
  /** All of the pack where none is named. */
  readonly scenes: readonly string[]
  /** The current one where none is named. */
  readonly release: number | undefined
  readonly pictures: boolean
}

export const USAGE = '用法：npm run export:static -- 文件夹 [--url http://127.0.0.1:8080] [--scenes zonglan,huigui] [--release 版次] [--no-pictures]'

const text = { type: 'string' } as const
const OPTIONS = { url: text, scenes: text, release: text, 'no-pictures': { type: 'boolean' } } as const

function wordsIn(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: OPTIONS, strict: true, allowPositionals: true })
  } catch (error) {
    throw new Error(`参数有误：${error instanceof Error ? error.message : String(error)}\n${USAGE}`, { cause: error })
  }
}

function baseOf(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  if (parsed?.protocol.startsWith('http') !== true) throw new Error(`--url（或环境变量 PORT）不是网址：${url}`)
  return `${parsed.origin}${parsed.pathname}`.replace(/\/+$/, '')
}

/** Where `npm start` is with the same environment. */
const here = (port: string | undefined): string => `http://127.0.0.1:${port === undefined || port === '' ? 8080 : port}`

/** @throws Error in Chinese, with the usage where something is missing. */
export function orderOf(words: readonly string[], { PORT }: NodeJS.ProcessEnv = process.env): StaticOrder {
  const { values, positionals } = wordsIn(words)
  const [folder, ...more] = positionals
  if (folder === undefined || folder === '' || more.length > 0) throw new Error(`要且只要一个文件夹\n${USAGE}`)
  const { url = here(PORT), scenes, release } = values
  if (release !== undefined && !/^[1-9]\d{0,8}$/.test(release)) throw new Error(`--release 应为正整数版次，不是 ${release}`)
  if (scenes !== undefined && !/^[a-z][a-z0-9-]*(,[a-z][a-z0-9-]*)*$/.test(scenes)) throw new Error(`--scenes 应为以逗号分开的场景代号，不是 ${scenes}`)
  return {
    folder: resolve(folder),
    base: baseOf(url),
    scenes: scenes?.split(',') ?? [],
    release: release === undefined ? undefined : Number(release),
    pictures: values['no-pictures'] !== true
  }
}
