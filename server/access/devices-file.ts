import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { renameDurably, writeDurably } from '#server/data-dir/durable-file.ts'
import { codeOf } from '#server/messages/failure.ts'

/** A device that was set up: its token is good for as long as its id stands here. Epoch seconds. */
const Device = z.strictObject({ name: z.string(), jti: z.string(), made: z.int(), expires: z.int() })
export type Device = z.infer<typeof Device>

const File = z.strictObject({ devices: z.array(Device) })

const OWNER_ONLY = 0o600

export const accessFolderIn = (dataDir: string): string => join(dataDir, 'access')
export const devicesFileIn = (dataDir: string): string => join(accessFolderIn(dataDir), 'devices.json')

/** @throws Error for a file that is not sound, as it must never count as an empty one that may be written over. */
export async function readDevices(path: string): Promise<readonly Device[]> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  })
  return text === undefined ? [] : File.parse(JSON.parse(text)).devices
}

export async function writeDevices(path: string, devices: readonly Device[]): Promise<void> {
  const fresh = `${path}.new`
  await writeDurably(fresh, `${JSON.stringify({ devices }, null, 1)}\n`, OWNER_ONLY)
  await renameDurably(fresh, path)
}

export interface KnownDevices {
  /** Whether the device is still in the list; what was struck off in the file is refused within a second. */
  readonly has: (jti: string) => Promise<boolean>
}

const LOOK_EVERY_MS = 500

/** Tells one state of the file from another: each is a new file under the old name. */
async function stateOf(path: string): Promise<string> {
  const found = await stat(path).catch(() => undefined)
  return found === undefined ? 'none' : `${found.ino} ${found.mtimeMs} ${found.size}`
}

/** Follows the file, which a command in another process writes. A file that cannot be read lets nobody in. */
export function followDevices(path: string, log: (error: unknown) => void): KnownDevices {
  let state = ''
  let looked = -Infinity
  let known: Promise<ReadonlySet<string>> = Promise.resolve(new Set())
  const read = async (): Promise<ReadonlySet<string>> => {
    try {
      return new Set((await readDevices(path)).map(({ jti }) => jti))
    } catch (error) {
      log(`${path} 读不出来（${codeOf(error) ?? '内容不对'}），设备一律不放行。`)
      return new Set()
    }
  }
  const look = async (): Promise<ReadonlySet<string>> => {
    const before = known
    const found = await stateOf(path)
    if (found === state) return before
    state = found
    return read()
  }
  return {
    has: async (jti) => {
      if (performance.now() - looked > LOOK_EVERY_MS) {
        looked = performance.now()
        known = look()
      }
      return (await known).has(jti)
    }
  }
}
