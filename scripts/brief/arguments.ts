import { parseArgs } from 'node:util'

/** What `npm run brief` is asked for. */
export interface BriefOrder {
  /** The page that is printed. */
  readonly address: string
  readonly out: string
  readonly size: 'a4' | '16x9'
}

const VIEW = ['root', 'region', 'metric', 'period', 'release', 'theme'] as const

export const USAGE =
  '用法：npm run brief -- --url http://127.0.0.1:8080 --out brief.pdf [--scenes zonglan,huigui] [--size a4|16x9] [--release 版次] [--region 区划代码] [--root 区划代码] [--metric 指标] [--period 2022-10] [--theme paper|ink|hong]'

/** The address's parameters are the page's own: a bad one degrades there. What would print something else than was meant is an error here. */
const RULES: Readonly<Record<string, readonly [RegExp, string]>> = {
  size: [/^(a4|16x9)$/, 'a4 或 16x9'],
  release: [/^[1-9]\d{0,8}$/, '正整数版次'],
  region: [/^\d{6}$/, '六位区划代码'],
  root: [/^\d{6}$/, '六位区划代码'],
  period: [/^\d{4}(-(0[1-9]|1[0-2]))?$/, '2022 或 2022-10'],
  scenes: [/^[a-z][a-z0-9-]*(,[a-z][a-z0-9-]*)*$/, '以逗号分开的场景代号'],
  theme: [/^(paper|ink|hong)$/, 'paper、ink 或 hong']
}

const text = { type: 'string' } as const
const OPTIONS = { url: text, out: text, scenes: text, size: text, root: text, region: text, metric: text, period: text, release: text, theme: text }

function valuesIn(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: OPTIONS, strict: true }).values
  } catch (error) {
    throw new Error(`参数有误：${error instanceof Error ? error.message : String(error)}\n${USAGE}`, { cause: error })
  }
}

function checked(values: Readonly<Record<string, string | undefined>>): void {
  for (const [name, [rule, expected]] of Object.entries(RULES)) {
    const value = values[name]
    if (value !== undefined && !rule.test(value)) throw new Error(`--${name} 应为${expected}，不是 ${value}`)
  }
}

/** @throws Error in Chinese, with the usage where something is missing. */
export function orderOf(words: readonly string[]): BriefOrder {
  const values = valuesIn(words)
  const { url, out, scenes, size } = values
  if (url === undefined || out === undefined) throw new Error(`缺少 --url 或 --out\n${USAGE}`)
  if (!URL.canParse(url)) throw new Error(`--url 不是网址：${url}`)
  checked(values)
  const address = new URL('/brief', url)
  if (scenes !== undefined) address.searchParams.set('scenes', scenes)
  if (size !== undefined) address.searchParams.set('size', size)
  for (const key of VIEW) if (values[key] !== undefined) address.searchParams.set(key, values[key])
  return { address: address.href, out, size: size === '16x9' ? size : 'a4' }
}
