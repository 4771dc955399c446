import { codeOf, Failure, messageOf } from '#server/messages/failure.ts'
import type { Place } from './pg-place.ts'

/** The database cannot be used now; nothing was changed. */
export class DatabaseAway extends Failure {
  override name = 'DatabaseAway'
}

/** The line broke while a transaction was being committed. */
export class CommitUnknown extends DatabaseAway {
  override name = 'CommitUnknown'
}

export class DatabaseFull extends Failure {
  override name = 'DatabaseFull'
}

const CHECK = '请检查环境变量 DATABASE_URL'

const UNREACHABLE: Readonly<Record<string, string>> = {
  ECONNREFUSED: '那里没有数据库在运行',
  ENOTFOUND: '主机名无法解析',
  EAI_AGAIN: '主机名无法解析',
  ETIMEDOUT: '没有回应',
  EHOSTUNREACH: '网络不通',
  ENETUNREACH: '网络不通',
  ENOENT: '没有这个套接字',
  EACCES: '没有权限使用这个套接字',
  ECONNRESET: '连接被断开'
}

/** By SQLSTATE: what the operator can put right or wait for. */
const REFUSED: Readonly<Record<string, (place: Place) => string>> = {
  '28P01': ({ server, user }) => `数据库 ${server} 用户 ${user} 的口令不对，${CHECK}。`,
  '28000': ({ server, user }) => `数据库 ${server} 不允许用户 ${user} 从这台机器登录，请检查 DATABASE_URL 和数据库的 pg_hba.conf。`,
  '3D000': ({ server, database }) => `数据库服务器 ${server} 上没有名为 ${database} 的库，请先建库，或检查环境变量 DATABASE_URL。`,
  '3F000': ({ text, user }) => `用户 ${user} 在 ${text} 里没有可用的模式，请在库里执行 GRANT USAGE, CREATE ON SCHEMA public TO ${user}。`,
  '42501': ({ text, user }) => `用户 ${user} 在 ${text} 里权限不够，请在库里执行 GRANT USAGE, CREATE ON SCHEMA public TO ${user}，并让它拥有这些表。`,
  '25006': ({ text }) => `${text} 是只读的（可能是备库），请改用主库。`,
  '53300': ({ server }) => `数据库 ${server} 的连接数已满，请稍后再试。`,
  '57P03': ({ server }) => `数据库 ${server} 正在启动或恢复，请稍后再试。`,
  '57014': ({ text }) => `${text} 没有在规定时间内完成操作，请稍后再试。`,
  '55P03': ({ text }) => `${text} 没有在规定时间内完成操作，请稍后再试。`
}

/** Connection lost, server shutting down, session ended by the server, too few resources. */
const AWAY = /^(08|57P|53|25P0[23])/
const isSqlState = (code: string | undefined): code is string => code !== undefined && /^[0-9A-Z]{5}$/.test(code) && /\d/.test(code)

/** A code that is none of the database's comes from the line; so does an error without a code. */
function fromLine(place: Place, code: string | undefined, error: unknown): DatabaseAway {
  if (/password must be a/.test(messageOf(error)))
    return new DatabaseAway(`数据库 ${place.server} 要求用户 ${place.user} 给出口令，${CHECK}。`, { cause: error })
  const timedOut = /time-?out/i.test(messageOf(error)) ? '没有回应' : undefined
  return new DatabaseAway(`连不上数据库 ${place.server}（${UNREACHABLE[code ?? ''] ?? timedOut ?? messageOf(error)}），${CHECK}，并确认数据库已经启动。`, {
    cause: error
  })
}

/** Turns what the driver throws into one sentence, where the operator can do something. Anything else is returned as it is. */
export function explained(error: unknown, place: Place): unknown {
  if (error instanceof Failure) return error
  const code = codeOf(error)
  if (!isSqlState(code)) return fromLine(place, code, error)
  if (code === '53100') return new DatabaseFull(`${place.text} 所在的磁盘已满，请先腾出空间。`, { cause: error })
  const refused = REFUSED[code]
  if (refused !== undefined) return new DatabaseAway(refused(place), { cause: error })
  return AWAY.test(code) ? new DatabaseAway(`数据库 ${place.server} 断开了连接（${messageOf(error)}），请稍后再试。`, { cause: error }) : error
}
