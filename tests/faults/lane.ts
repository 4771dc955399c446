import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { readAdminFile, type AdminAccess } from '#server/data-dir/admin-file.ts'
import { adminPath } from '#server/http/admin-route.ts'
import { startApp, type App } from '#tests/e2e/app.ts'
import { correction } from '#tests/support/correction.ts'
import { valueOf } from './look.ts'
import { startProxy, type Proxy } from './proxy.ts'

/** A server of its own with a proxy before it: what is done here is not seen in the other lanes. */
export interface Lane {
  readonly proxy: Proxy
  /** Publishes one more release past the proxy; resolves to the value that tells it on the screen. */
  readonly publish: () => Promise<number>
  readonly kill: () => Promise<void>
  /** Starts the one that was killed; one that runs goes on. */
  readonly restart: () => Promise<void>
  readonly close: () => Promise<void>
}

/** Its file is written a moment after the server is ready. */
async function accessTo({ dataDir }: App): Promise<AdminAccess> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const access = await readAdminFile(dataDir)
    if (access !== undefined) return access
    await delay(50)
  }
  throw new Error(`no server in ${dataDir}`)
}

async function publishInto(app: App, value: number): Promise<void> {
  const access = await accessTo(app)
  const response = await fetch(access.url + adminPath, {
    method: 'POST',
    headers: { authorization: `Bearer ${access.token}`, 'content-type': 'application/json' },
    body: JSON.stringify(correction(value))
  })
  if (response.status !== 201) throw new Error(`publishing: ${response.status} ${await response.text()}`)
}

/** A data folder as a first start leaves it, so that not every lane has to make its own. */
export async function firstStart(): Promise<string> {
  const app = await startApp()
  await app.stop(true)
  return app.dataDir
}

export async function openLane(template: string, heartbeatSeconds: number): Promise<Lane> {
  const dataDir = mkdtempSync(join(tmpdir(), 'faults-'))
  cpSync(template, dataDir, { recursive: true })
  const env = { HEARTBEAT_SECONDS: String(heartbeatSeconds) }
  let app = await startApp({ dataDir, env })
  let release = 1
  const { port } = app
  const proxy = await startProxy(port)
  const publish = async (): Promise<number> => {
    release += 1
    await publishInto(app, valueOf(release))
    return valueOf(release)
  }
  await publish()
  return {
    proxy,
    publish,
    kill: async () => {
      const gone = new Promise((resolve) => app.process.once('exit', resolve))
      app.process.kill('SIGKILL')
      await gone
    },
    restart: async () => {
      if (app.process.exitCode === null && app.process.signalCode === null) return
      app = await startApp({ dataDir, env, port })
    },
    close: async () => {
      await proxy.close()
      await app.stop()
    }
  }
}

/** A browser that has closed may still write into its own. */
export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
