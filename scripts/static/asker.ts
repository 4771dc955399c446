import { setTimeout as wait } from 'node:timers/promises'

const TRIES = 60
const PATIENCE = 180_000
const AT_ONCE = 4
/** 400: an address that a server takes for another one, with a bad name in it. What there must be is missed by who asks for it. */
const ABSENT = new Set([400, 404])

/** The token of a device, where the server asks for one: not in the arguments, which every user of the machine can read. */
const headers = (): Record<string, string> => (process.env.DEVICE_TOKEN === undefined ? {} : { authorization: `Bearer ${process.env.DEVICE_TOKEN}` })

/** Asks a running server. Undefined: it has no such thing. */
export type Ask = (path: string) => Promise<Buffer | undefined>

const reasonOf = (status: number): string =>
  status === 401 || status === 403 ? '服务器要令牌：请在环境变量 DEVICE_TOKEN 里给出设备令牌（npm run access -- device 名称）' : `服务器答复异常（${status}）`

async function answered(base: string, path: string): Promise<Response> {
  try {
    return await fetch(base + path, { headers: headers(), signal: AbortSignal.timeout(PATIENCE) })
  } catch (error) {
    throw new Error(`连不上 ${base}：请确认服务已启动；服务器在别处或用别的端口时写 --url 网址`, { cause: error })
  }
}

/** While others have pictures made the server says when to come again. @throws Error in Chinese. */
export const askAt =
  (base: string): Ask =>
  async (path) => {
    for (let tries = 1; ; tries += 1) {
      const response = await answered(base, path)
      if (response.ok) return Buffer.from(await response.arrayBuffer())
      await response.body?.cancel()
      if (ABSENT.has(response.status)) return undefined
      if (response.status !== 503 || tries === TRIES) throw new Error(`${path} 取不到：${reasonOf(response.status)}`)
      await wait(Number(response.headers.get('retry-after') ?? 1) * 1_000)
    }
  }

/** A few at a time: walls are served by the same machine. After the first failure nothing more is begun; it is thrown when what was begun has ended. */
export async function inTurn<T>(items: readonly T[], act: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items]
  const work = async (): Promise<void> => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await act(item)
  }
  const giveUp = (error: unknown): never => {
    queue.length = 0
    throw error
  }
  const works = Array.from({ length: AT_ONCE }, () => work().catch(giveUp))
  await Promise.all(works).finally(() => Promise.allSettled(works))
}
