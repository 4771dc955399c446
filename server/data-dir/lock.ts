import { stat } from 'node:fs/promises'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rm } from 'node:fs/promises'
import { codeOf } from '#server/messages/failure.ts'

export interface Lock {
  readonly release: () => Promise<void>
}

/**
 * A socket named after the folder itself, whatever path leads to it. The kernel frees it when the
 * process dies, so nothing is left behind by kill -9. PGlite has no lock of its own, and two processes in one
 * folder lose rows.
 */
function socketName(dev: bigint, ino: bigint): string {
  const name = `tongxin-screen-${dev}-${ino}`
  if (process.platform === 'linux') return `\0${name}`
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`)
}

const listen = (name: string): Promise<Server | undefined> =>
  new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy())
    server.once('error', (error) => (codeOf(error) === 'EADDRINUSE' ? resolve(undefined) : reject(error)))
    server.listen(name, () => resolve(server.unref()))
  })

const answers = (name: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(name, () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })

/** A socket file outlives its process; one that nobody answers is removed. */
async function listenAgain(name: string): Promise<Server | undefined> {
  if (name.startsWith('\0') || process.platform === 'win32' || (await answers(name))) return undefined
  await rm(name, { force: true })
  return listen(name)
}

/** Resolves to undefined when another process holds the folder. */
export async function lockFolder(folder: string): Promise<Lock | undefined> {
  const { dev, ino } = await stat(folder, { bigint: true })
  const name = socketName(dev, ino)
  const server = (await listen(name)) ?? (await listenAgain(name))
  if (server === undefined) return undefined
  return { release: () => new Promise((resolve) => server.close(() => resolve())) }
}
