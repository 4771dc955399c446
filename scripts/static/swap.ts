import { spawnSync } from 'node:child_process'
import { existsSync, renameSync, rmSync } from 'node:fs'
import { readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** Where an export is written, and where what it takes the place of lies meanwhile. */
export interface Places {
  readonly target: string
  readonly fresh: string
  readonly old: string
}

/** Linux has one step in which two names change places, and Node has no way to ask for it. -100: paths as they are; 2: both exist. */
const EXCHANGE = 'import ctypes,os,sys;f=ctypes.CDLL(None).renameat2;sys.exit(f(-100,os.fsencode(sys.argv[1]),-100,os.fsencode(sys.argv[2]),2)!=0)'

/** Whether the two have changed places. Not every system and not every file system can. */
const exchanged = (one: string, other: string): boolean =>
  process.platform === 'linux' && spawnSync('python3', ['-I', '-c', EXCHANGE, one, other], { stdio: 'ignore' }).status === 0

/**
 * Puts the fresh folder where the target is. In one step where the system can, so that who is served meanwhile finds each file;
 * else in two with nothing between them. What was there is then at `fresh`, or gone.
 */
export function swap({ target, fresh, old }: Places): void {
  if (existsSync(target) && exchanged(fresh, target)) return
  if (existsSync(target)) renameSync(target, old)
  try {
    renameSync(fresh, target)
  } catch (error) {
    if (existsSync(old)) renameSync(old, target)
    throw error
  }
  rmSync(old, { recursive: true, force: true })
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** What an export left that could not clear up after itself: a target that was just moved aside goes back, all else goes. */
export async function clearLeftovers(target: string): Promise<void> {
  const parent = dirname(target)
  for (const name of await readdir(parent).catch(() => [])) {
    const [own, kind, pid] = /^\.(.+)\.(new|old)-(\d+)$/.exec(name)?.slice(1) ?? []
    if (own !== basename(target) || isAlive(Number(pid))) continue
    const left = join(parent, name)
    if (kind === 'old' && !existsSync(target)) await rename(left, target)
    else await rm(left, { recursive: true, force: true })
  }
}

const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const

/** Whoever breaks an export off finds nothing of it. Returns what ends the watch. */
export function clearedOnSignal(fresh: string): () => void {
  const watches = Object.entries(SIGNALS).map(([signal, code]) => {
    const clear = (): never => {
      rmSync(fresh, { recursive: true, force: true, maxRetries: 3 })
      process.stderr.write('已中断，没有写入任何东西\n')
      process.exit(code)
    }
    process.once(signal, clear)
    return () => void process.off(signal, clear)
  })
  return () => watches.forEach((end) => end())
}
