import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, utimesSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { projectRoot } from '#server/project-root.ts'
import { temporaryFolder } from '#server/testing/temporary-folder.ts'
import { pathOf } from '#tests/support/debian-program.ts'
import { MARK, writeInto } from './folder.ts'

const ANSWER = 'api/v1/pack.json'
const [EARLIER, NOW] = [new Date('2026-01-01T00:00:00Z'), new Date('2026-02-01T00:00:00Z')]

async function exported(): Promise<string> {
  const folder = temporaryFolder()
  copyFileSync(join(projectRoot, 'scripts/static/serve.py'), join(folder, 'serve.py'))
  await writeInto(folder, MARK, '{"release":1}')
  return folder
}

async function answerOf(folder: string, body: string, at: Date): Promise<void> {
  await writeInto(folder, ANSWER, body)
  utimesSync(join(folder, ANSWER), at, at)
}

/** Serves the folder until the test is over, on a port that the system chooses. Returns the port. */
async function served(folder: string, words: readonly string[] = ['serve.py', '0']): Promise<number> {
  const child = spawn(pathOf('python'), ['-B', ...words], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill())
  const [line] = await once(child.stdout, 'data')
  return Number(/127\.0\.0\.1:(\d+)/.exec(String(line))?.[1])
}

it('says "not modified" of the very file that was seen, and gives an older one that was put back', async () => {
  const folder = await exported()
  await answerOf(folder, '{"figure":2}', NOW)
  const url = `http://127.0.0.1:${await served(folder)}/${ANSWER}`
  const seen = (await fetch(url)).headers.get('last-modified') ?? ''
  const again = async (): Promise<unknown[]> => {
    const response = await fetch(url, { headers: { 'if-modified-since': seen } })
    return [response.status, await response.text()]
  }
  expect(seen).toBe(NOW.toUTCString())
  expect(await again()).toEqual([304, ''])
  await answerOf(folder, '{"figure":1}', EARLIER)
  expect(await again()).toEqual([200, '{"figure":1}'])
})

/** A minute, three hundred times as fast. */
const SOONER = "import serve; serve.RELEASE = '1'; serve.Handler.timeout /= 300; serve.serve(0, '127.0.0.1')"

it('hangs up on who says nothing for a minute', async () => {
  const port = await served(await exported(), ['-c', SOONER])
  const begun = performance.now()
  const caller = connect(port, '127.0.0.1').resume()
  await once(caller, 'end', { signal: AbortSignal.timeout(10_000) })
  expect(performance.now() - begun).toBeGreaterThan(150)
})
