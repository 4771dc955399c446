import { parseArgs } from 'node:util'
import { Failure } from '#server/messages/failure.ts'

export type Order = { readonly file: string } | { readonly withdraw: number; readonly note?: string }

const USAGE = '用法：npm run publish -- 文件.json，或 npm run publish -- --withdraw 版本号 [--note 说明]'

function parse(args: readonly string[]): { positionals: string[]; withdraw?: string | undefined; note?: string | undefined } {
  try {
    const { positionals, values } = parseArgs({ args: [...args], allowPositionals: true, options: { withdraw: { type: 'string' }, note: { type: 'string' } } })
    return { positionals, ...values }
  } catch {
    throw new Failure(`看不懂这些参数。${USAGE}`)
  }
}

/** @throws Failure with the usage. */
export function parseOrder(args: readonly string[]): Order {
  const { positionals, withdraw, note } = parse(args)
  const [file] = positionals
  if (withdraw === undefined && file !== undefined && positionals.length === 1 && note === undefined) return { file }
  if (withdraw === undefined || positionals.length > 0) throw new Failure(USAGE)
  if (!/^[1-9]\d{0,8}$/.test(withdraw)) throw new Failure(`--withdraw 后须为版本号，如 2，而不是 ${withdraw}。`)
  return { withdraw: Number(withdraw), ...(note === undefined ? {} : { note }) }
}
