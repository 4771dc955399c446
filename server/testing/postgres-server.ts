import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { PostgresPrograms } from './postgres-programs.ts'

export interface ServerPlace {
  readonly programs: PostgresPrograms
  readonly data: string
  readonly port: number
  /** Whether it takes queries. */
  readonly answers: () => Promise<boolean>
}

export interface PostgresServer {
  /** False when it ended instead, as it does while processes of a killed one are still on their way out. */
  readonly ready: () => Promise<boolean>
  /** Sends the signal to the server and each of its processes. */
  readonly signalAll: (name: NodeJS.Signals) => void
  /** Ends every connection and stops, cleanly. */
  readonly stop: () => Promise<void>
  readonly kill: () => Promise<void>
  /** The last it said. */
  readonly output: () => string
}

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '60',
  shared_buffers: '16MB',
  fsync: 'on',
  synchronous_commit: 'on',
  logging_collector: 'off',
  autovacuum: 'off'
}

/** The kernel stops the server when this process dies, however it dies. */
function spawnServer({ programs: { folder, account }, data, port }: ServerPlace): ChildProcess {
  const as = account === undefined ? [] : [`--reuid=${account.uid}`, `--regid=${account.gid}`, '--clear-groups']
  const options = Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  return spawn('setpriv', [...as, '--pdeathsig=INT', join(folder, 'postgres'), '-D', data, '-p', String(port), ...options], {
    stdio: ['ignore', 'ignore', 'pipe'],
    cwd: '/'
  })
}

const childrenOf = (pid: number): number[] => {
  const tasks = readdirSync(`/proc/${pid}/task`)
  return tasks.flatMap((task) => readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number))
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    /* It had ended by itself. */
  }
}

export function launchServer(place: ServerPlace): PostgresServer {
  const child = spawnServer(place)
  const exit = once(child, 'exit')
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-4000)
  })
  const running = (): boolean => child.exitCode === null && child.signalCode === null
  /* The server comes first, so that it neither cleans up nor starts anything. */
  const signalAll = (name: NodeJS.Signals): void => {
    if (child.pid !== undefined && running()) [child.pid, ...childrenOf(child.pid)].forEach((pid) => signal(pid, name))
  }
  const ending = async (end: () => void): Promise<void> => {
    if (!running()) return
    end()
    await exit
  }
  return {
    ready: async () => {
      while (running()) {
        if (await place.answers()) return true
        await delay(50)
      }
      return false
    },
    signalAll,
    stop: () => ending(() => child.kill('SIGINT')),
    kill: () => ending(() => signalAll('SIGKILL')),
    output: () => said
  }
}
