import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { temporaryFolder } from '#server/testing/temporary-folder.ts'
import { inTurn } from './asker.ts'
import { replaced, writeInto } from './folder.ts'

const PATHS = Array.from({ length: 40 }, (_, index) => `api/${index}.json`)

/** Each answer comes after a while; the third fails, and the one after it fails later. */
const exporting = (folder: string, asked: string[]): Promise<void> =>
  replaced(join(folder, 'out'), (fresh) =>
    inTurn(PATHS, async (path) => {
      asked.push(path)
      if (path === PATHS[2]) throw new Error('the first')
      await pause(20)
      if (path === PATHS[3]) throw new Error('a later one')
      await writeInto(fresh, path, '{}')
    })
  )

it('asks for nothing more after a failure, and what was under way leaves nothing behind', async () => {
  const folder = temporaryFolder()
  const asked: string[] = []
  await expect(exporting(folder, asked)).rejects.toThrow('the first')
  expect(asked).toEqual(PATHS.slice(0, 4))
  await pause(100)
  expect(asked).toEqual(PATHS.slice(0, 4))
  expect(readdirSync(folder)).toEqual([])
})

it('asks for everything, a few at a time', async () => {
  const seen: string[] = []
  let [now, most] = [0, 0]
  await inTurn(PATHS, async (path) => {
    now += 1
    most = Math.max(most, now)
    await pause(1)
    now -= 1
    seen.push(path)
  })
  expect([seen.toSorted(), most]).toEqual([PATHS.toSorted(), 4])
})
