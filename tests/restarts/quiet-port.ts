import { randomInt } from 'node:crypto'
import { createServer, type Server } from 'node:net'

/** Below the ports that outgoing connections are given: an attempt made while nobody listens could get that very port, and keep the server from it. */
const [FROM, COUNT] = [20_000, 5_000]

const listenOn = (port: number): Promise<Server | undefined> =>
  new Promise((resolve) => {
    const server = createServer().once('error', () => resolve(undefined))
    server.listen(port, '127.0.0.1', () => resolve(server))
  })

/** Another port stands for this one and is held for as long as this process runs: no other process that asks here is given the same. */
async function claim(port: number): Promise<boolean> {
  const held = await listenOn(port + COUNT)
  held?.unref()
  return held !== undefined
}

async function isFree(port: number): Promise<boolean> {
  const probe = await listenOn(port)
  if (probe === undefined) return false
  await new Promise((resolve) => probe.close(resolve))
  return true
}

/** A free port that stays free while its server is away. */
export async function quietPort(): Promise<number> {
  for (;;) {
    const port = randomInt(FROM, FROM + COUNT)
    if ((await claim(port)) && (await isFree(port))) return port
  }
}
