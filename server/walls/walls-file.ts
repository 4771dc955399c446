import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { parseTolerantly } from '#contract/tolerant.ts'
import { WallLine } from '#contract/walls.ts'
import { renameDurably, writeDurably } from '#server/data-dir/durable-file.ts'
import { codeOf } from '#server/messages/failure.ts'
import { oneAtATime } from '#server/one-at-a-time.ts'
import { createWallRegistry, type WallRegistry } from './wall-registry.ts'

export const wallsFileIn = (dataDir: string): string => join(dataDir, 'walls.json')

export interface KeptWalls extends WallRegistry {
  /** Writes what has not been written, and no more after that. */
  readonly close: () => Promise<void>
}

interface KeptOptions {
  readonly log: (error: unknown) => void
  readonly now?: () => Date
}

/** Walls report every few seconds: that much may be lost when the process is killed. */
const WRITE_EVERY_MS = 30_000

const File = z.object({ walls: z.array(z.unknown()) })

/** A line that this version does not understand is left out. */
function linesOf(text: string): WallLine[] {
  return File.parse(JSON.parse(text)).walls.flatMap((line) => {
    const { success, data } = parseTolerantly(WallLine, line)
    return success ? [data] : []
  })
}

/** Which walls there were is worth no failed start: without a sound file the list begins empty. */
async function readWalls(path: string, log: (error: unknown) => void): Promise<WallLine[]> {
  try {
    return linesOf(await readFile(path, 'utf8'))
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') log(`${path} 读不出来，大屏名单从空开始。`)
    return []
  }
}

async function write(path: string, walls: readonly WallLine[]): Promise<void> {
  const fresh = `${path}.new`
  await writeDurably(fresh, `${JSON.stringify({ walls })}\n`)
  await renameDurably(fresh, path)
}

/** The registry with its list in a file, so that a wall that died is still named after a restart of the server. */
export async function openWalls(path: string, { log, now }: KeptOptions): Promise<KeptWalls> {
  const registry = createWallRegistry({ known: await readWalls(path, log), ...(now === undefined ? {} : { now }) })
  const inTurn = oneAtATime()
  let changed = false
  const save = (): Promise<void> =>
    inTurn(async () => {
      if (!changed) return
      changed = false
      await write(path, registry.lines()).catch(log)
    })
  const noted = <T>(result: T): T => {
    changed = true
    return result
  }
  const timer = setInterval(() => void save(), WRITE_EVERY_MS).unref()
  return {
    report: (report) => noted(registry.report(report)),
    askReload: (id) => noted(registry.askReload(id)),
    lines: registry.lines,
    close: () => {
      clearInterval(timer)
      return save()
    }
  }
}
