import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ObservationsAnswer } from '#contract/endpoints.ts'
import { publishThroughServer } from '#server/publish/through-server.ts'
import { correction } from '#tests/support/correction.ts'
import { must } from '#tests/support/panel-data.ts'
import type { Served } from './served.ts'
import { pause } from './wait.ts'

const POLL = 20
const READY = 60_000
const GRACE = 20_000
/** Higher than the pack's own figure. */
const FIRST = 2_000

const isReady = (url: string): Promise<boolean> =>
  fetch(`${url}/readyz`, { signal: AbortSignal.timeout(1_000) }).then(
    ({ ok }) => ok,
    () => false
  )

const memoryOf = (pid: number): number => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024

/** The built app of a folder; it is not running yet. */
export function serverIn(folder: string, port: number): Served & { readonly url: string } {
  const url = `http://127.0.0.1:${port}`
  const dataDir = join(folder, 'data')
  const env = { ...process.env, HOST: '127.0.0.1', PORT: String(port), DATA_DIR: dataDir }
  const mishaps: string[] = []
  let child: ChildProcess | undefined
  let gone: Promise<unknown> = Promise.resolve()
  let [starts, serves, published] = [0, false, 0]

  const start = async (): Promise<number> => {
    let said = ''
    const started = spawn(process.execPath, [join(folder, 'dist/server/main.js')], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    for (const stream of [started.stdout, started.stderr])
      stream.on('data', (chunk: Buffer) => {
        said += chunk.toString()
      })
    gone = new Promise((resolve) => {
      started.once('exit', (code) => {
        if (child === started) mishaps.push(`the server ended by itself with ${code}: ${said}`)
        resolve(code)
      })
    })
    child = started
    for (const end = Date.now() + READY; Date.now() < end && started.exitCode === null; await pause(POLL)) {
      if (!(await isReady(url))) continue
      ;[starts, serves] = [starts + 1, true]
      return Date.now()
    }
    throw new Error(`the server never got ready: ${said}`)
  }

  const end: Served['end'] = async (signal) => {
    const running = child
    ;[child, serves] = [undefined, false]
    if (running === undefined || running.exitCode !== null) return
    const late = setTimeout(() => {
      mishaps.push(`${signal} did not end the server`)
      running.kill('SIGKILL')
    }, GRACE)
    running.kill(signal)
    await gone
    clearTimeout(late)
  }

  const publish: Served['publish'] = async () => {
    published += 1
    const value = FIRST + published
    return { release: (await publishThroughServer(dataDir, correction(value))).release, value }
  }

  const truth: Served['truth'] = async () => {
    const response = await fetch(`${url}/api/v1/observations?indicator=xxt.projects&refArea=330800`)
    const { release, observations } = ObservationsAnswer.parse(await response.json())
    return { release, value: Number(must(observations.find(({ scope }) => scope === '全市')).obsValue) }
  }

  return { url, start, end, publish, truth, memory: () => memoryOf(must(child?.pid)), serving: () => (serves ? starts : undefined), mishaps }
}
