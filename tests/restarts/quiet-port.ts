import { createServer } from 'node:net'

/** Below the ports that outgoing connections are given: an attempt made while nobody listens could get that very port, and keep the server from it. */
const [FROM, COUNT] = [20_000, 10_000]

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer().once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })

/** A free port that stays free while its server is away. */
export async function quietPort(): Promise<number> {
  for (;;) {
    const port = FROM + Math.floor(Math.random() * COUNT)
    if (await isFree(port)) return port
  }
}
