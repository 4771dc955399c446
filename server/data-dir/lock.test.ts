import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { temporaryFolder } from '#server/testing/temporary-folder.ts'
import { lockFolder } from './lock.ts'

it('is held once, whatever path leads to the folder, and can be taken again', async () => {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'real'))
  symlinkSync(join(folder, 'real'), join(folder, 'link'))
  const lock = await lockFolder(join(folder, 'real'))
  expect(lock).toBeDefined()
  expect(await lockFolder(join(folder, 'link'))).toBeUndefined()
  const other = await lockFolder(folder)
  expect(other).toBeDefined()
  await Promise.all([lock?.release(), other?.release()])
  await (await lockFolder(join(folder, 'link')))?.release()
})
