import { readAdminFile } from '#server/data-dir/admin-file.ts'
import { parseEnv, type Env } from '#server/env.ts'
import { exitWith } from '#server/exit-on-failure.ts'
import { Failure } from '#server/messages/failure.ts'
import { parseOrder, type Order, type TicketClaims } from './arguments.ts'
import { addDevice, listDevices, removeDevice } from './device-list.ts'
import { createTokens, newTokenId, type Tokens } from './tokens.ts'

const DAY = 86_400

const seconds = (): number => Math.floor(Date.now() / 1000)
const dayOf = (epoch: number): string => new Date(epoch * 1000).toISOString().slice(0, 10)

/** @throws Failure */
function tokensOf({ tokenSecret }: Env): Tokens {
  if (tokenSecret === undefined) throw new Failure('请先设环境变量 TOKEN_SECRET，与运行服务时的相同。')
  return createTokens(tokenSecret)
}

/** Where the pages are: as the operator says, as the running server does, or as it would be started. */
const addressOf = async ({ publicUrl, dataDir, host, port }: Env): Promise<string> =>
  publicUrl ?? (await readAdminFile(dataDir))?.url ?? `http://${host}:${port}`

async function makeDevice(env: Env, { name, days }: Extract<Order, { what: 'device' }>): Promise<string> {
  const tokens = tokensOf(env)
  const [made, jti] = [seconds(), newTokenId()]
  const expires = made + days * DAY
  await addDevice(env.dataDir, { name, jti, made, expires })
  const token = await tokens.sign('device', {}, { exp: expires, jti })
  const link = async (path: string): Promise<string> => `${new URL(path, await addressOf(env)).href}#device=${token}`
  return [
    `已登记 ${name}，有效到 ${dayOf(expires)}。在那台设备的浏览器里打开下面一个地址，只需一次，不要转发：`,
    `大屏：\n  ${await link('/wall')}`,
    `平板、电脑：\n  ${await link('/')}`
  ].join('\n')
}

async function devicesText({ dataDir }: Env): Promise<string> {
  const devices = await listDevices(dataDir)
  if (devices.length === 0) return '还没有登记设备。'
  return devices.map(({ name, made, expires }) => `${name}  ${dayOf(made)} 发出，${expires > seconds() ? `有效到 ${dayOf(expires)}` : '已过期'}`).join('\n')
}

async function revoke({ dataDir }: Env, name: string): Promise<string> {
  await removeDevice(dataDir, name)
  return `已撤销 ${name}，运行中的服务一秒内不再放行。`
}

function embedPath({ panel, scene, ...view }: TicketClaims): string {
  const query = new URLSearchParams(Object.entries(view).map(([name, value]) => [name, String(value)])).toString()
  return `/embed/${panel === undefined ? `scene/${scene}` : `panel/${panel}`}${query === '' ? '' : `?${query}`}`
}

async function makeTicket(env: Env, { claims, minutes }: Extract<Order, { what: 'ticket' }>): Promise<string> {
  const ticket = await tokensOf(env).sign('ticket', claims, { exp: seconds() + minutes * 60 })
  const page = new URL(embedPath(claims), await addressOf(env)).href
  return [`嵌入令牌，${minutes} 分钟内可用一次：`, ticket, `试看：\n  ${page}#ticket=${ticket}`].join('\n')
}

function obey(env: Env, order: Order): Promise<string> {
  if (order.what === 'device') return makeDevice(env, order)
  if (order.what === 'revoke') return revoke(env, order.name)
  return order.what === 'ticket' ? makeTicket(env, order) : devicesText(env)
}

async function main(): Promise<void> {
  const order = parseOrder(process.argv.slice(2))
  console.log(await obey(parseEnv(process.env), order))
}

main().then(() => process.exit(0), exitWith)
