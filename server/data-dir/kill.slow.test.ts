import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import { temporaryFolder } from '#server/testing/temporary-folder.ts'
import { openDataDir } from './open-data-dir.ts'

const script = fileURLToPath(new URL('../testing/publish-forever.ts', import.meta.url))
const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
const ENOUGH = 8

it('refuses the folder to a second process, and loses nothing acknowledged when the first is killed', async () => {
  const folder = temporaryFolder()
  const child = spawn(process.execPath, ['--import', loader, script, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  let acknowledged = 0
  for await (const line of createInterface(child.stdout)) {
    acknowledged = Number(line)
    if (acknowledged === 2) expect(await openDataDir(folder, 60)).toBeUndefined()
    if (acknowledged === ENOUGH) child.kill('SIGKILL')
  }
  await ended

  const data = await openDataDir(folder, 60)
  const count = data?.store.releases().length ?? 0
  expect([acknowledged, acknowledged + 1]).toContain(count)
  const view = await data?.store.view(count, true)
  expect(view?.observations.find(({ indicator }) => indicator === 'services')?.release).toBe(count)
  await data?.close()
})
