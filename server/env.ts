import { isIP } from 'node:net'
import { join, resolve } from 'node:path'
import * as z from 'zod/mini'
import { isNetwork } from '#server/http/client-address.ts'
import { Failure } from '#server/messages/failure.ts'
import { isUsablePostgresUrl } from '#server/postgres/pg-place.ts'
import { projectRoot } from '#server/project-root.ts'

export interface Env {
  readonly host: string
  readonly port: number
  readonly dataDir: string
  readonly packDir: string
  readonly demo: boolean
  readonly hideRanks: boolean
  readonly publicUrl: string | undefined
  readonly heartbeatSeconds: number
  readonly eventsClients: number
  readonly openSeconds: number
  /** Absent: the embedded database in dataDir. */
  readonly database: DatabaseEnv | undefined
  readonly connectSeconds: number
  /** Absent: nobody can ask a wall to load anew. */
  readonly operatorToken: string | undefined
  /** Signs tokens. It may be there for the command that makes them without `tokenAccess`. */
  readonly tokenSecret: string | undefined
  /** Whether nobody reads without a token; `tokenSecret` is then there. */
  readonly tokenAccess: boolean
  /** Whose pages may frame the embeds, beside our own. */
  readonly embedOrigins: readonly string[]
  /** Addresses and networks of proxies before the server, which are believed whom they ask for. */
  readonly trustedProxies: readonly string[]
}

export interface DatabaseEnv {
  readonly url: string
  readonly feed: 'listen' | 'poll'
  readonly pollSeconds: number
  readonly connectSeconds: number
  readonly statementSeconds: number
}

const whole = (from: number, to: number) =>
  z.pipe(
    z.string().check(z.refine((text) => /^\d{1,9}$/.test(text) && Number(text) >= from && Number(text) <= to, { error: `须为 ${from} 到 ${to} 的整数` })),
    z.transform(Number)
  )
const isHost = (text: string): boolean => isIP(text) > 0 || /^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$/.test(text)
const isHttpUrl = (text: string): boolean => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)

const flag = (off: string, on: string) => z.string().check(z.refine((text) => text === '0' || text === '1', { error: `须为 0（${off}）或 1（${on}）` }))

/** Nothing but an origin, since each goes into a header as it stands. */
const ORIGIN = /^https?:\/\/[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?$/
const isOrigin = (text: string): boolean => ORIGIN.test(text) && URL.canParse(text) && new URL(text).origin === text

const partsOf = (text: string): string[] => text.split(/[\s,]+/).filter((part) => part !== '')

const Variables = z.object({
  HOST: z._default(z.string().check(z.refine(isHost, { error: '须为 IP 地址或主机名' })), '127.0.0.1'),
  PORT: z._default(whole(0, 65_535), 8080),
  DATA_DIR: z._default(z.string(), '.data'),
  PACK: z._default(z.string(), 'quzhou'),
  DEMO: z._default(flag('不用演示数据', '用演示数据'), '1'),
  HIDE_RANKS: z._default(flag('显示名次', '隐藏名次'), '0'),
  PUBLIC_URL: z.optional(z.string().check(z.refine(isHttpUrl, { error: '须为 http:// 或 https:// 开头的地址' }))),
  DATABASE_URL: z.optional(
    z.string().check(z.refine(isUsablePostgresUrl, { error: '须为 postgres://用户:口令@主机:端口/库名 这样的地址，口令里的特殊字符要写成 %XX' }))
  ),
  HEARTBEAT_SECONDS: z._default(whole(1, 20), 15),
  EVENTS_CLIENTS: z._default(whole(1, 100_000), 500),
  OPEN_SECONDS: z._default(whole(1, 3600), 90),
  RELEASE_FEED: z._default(z.enum(['listen', 'poll'], { error: '须为 listen（数据库通知）或 poll（定时查询）' }), 'listen'),
  POLL_SECONDS: z._default(whole(1, 3600), 5),
  CONNECT_SECONDS: z._default(whole(1, 600), 5),
  STATEMENT_SECONDS: z._default(whole(1, 3600), 30),
  OPERATOR_TOKEN: z.optional(z.string().check(z.refine((text) => /^[!-~]{12,200}$/.test(text), { error: '须为 12 到 200 个字母、数字或英文符号，不含空格' }))),
  ACCESS: z._default(z.enum(['open', 'token'], { error: '须为 open（谁都能看）或 token（凭令牌看）' }), 'open'),
  TOKEN_SECRET: z.optional(z.string().check(z.refine((text) => /^[!-~]{32,512}$/.test(text), { error: '须为 32 到 512 个字母、数字或英文符号，不含空格' }))),
  EMBED_ORIGINS: z._default(
    z.string().check(
      z.refine((text) => text.trim() === '*' || partsOf(text).every(isOrigin), {
        error: '须为 https://oa.example.cn 这样的来源，小写、不带路径，几个之间用逗号或空格分开；或单独一个 *'
      })
    ),
    ''
  ),
  TRUSTED_PROXIES: z._default(
    z
      .string()
      .check(z.refine((text) => partsOf(text).every(isNetwork), { error: '须为代理的 IP 地址或网段，如 127.0.0.1 或 10.0.0.0/8，几个之间用逗号或空格分开' })),
    ''
  )
})

/** A pack is a folder under packs/ or, with a slash in it, any folder. */
const packDirOf = (pack: string, root: string): string => (/[\\/]|^\.{1,2}$/.test(pack) ? resolve(pack) : join(root, 'packs', pack))

const databaseOf = ({
  DATABASE_URL: url,
  RELEASE_FEED: feed,
  POLL_SECONDS: pollSeconds,
  CONNECT_SECONDS: connectSeconds,
  STATEMENT_SECONDS: statementSeconds
}: z.infer<typeof Variables>): DatabaseEnv | undefined => (url === undefined ? undefined : { url, feed, pollSeconds, connectSeconds, statementSeconds })

/** An empty variable counts as not set. @throws Failure naming the first variable that breaks its rule. */
export function parseEnv(variables: Readonly<Record<string, string | undefined>>, root: string = projectRoot): Env {
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''))
  const { success, data, error } = Variables.safeParse(set)
  if (!success) {
    const [issue] = error.issues
    throw new Failure(`环境变量 ${String(issue?.path[0])} 有误：${issue?.message ?? '格式不对'}。`)
  }
  if (data.ACCESS === 'token' && data.TOKEN_SECRET === undefined)
    throw new Failure('环境变量 TOKEN_SECRET 有误：ACCESS=token 时必须设置，至少 32 个字符，可用 openssl rand -base64 48 生成。')
  return {
    host: data.HOST,
    port: data.PORT,
    dataDir: resolve(data.DATA_DIR),
    packDir: packDirOf(data.PACK, root),
    demo: data.DEMO === '1',
    hideRanks: data.HIDE_RANKS === '1',
    publicUrl: data.PUBLIC_URL,
    heartbeatSeconds: data.HEARTBEAT_SECONDS,
    eventsClients: data.EVENTS_CLIENTS,
    openSeconds: data.OPEN_SECONDS,
    database: databaseOf(data),
    connectSeconds: data.CONNECT_SECONDS,
    operatorToken: data.OPERATOR_TOKEN,
    tokenSecret: data.TOKEN_SECRET,
    tokenAccess: data.ACCESS === 'token',
    embedOrigins: partsOf(data.EMBED_ORIGINS),
    trustedProxies: partsOf(data.TRUSTED_PROXIES)
  }
}
