import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { AccessOptions } from './access/guard.ts'
import { openAccess } from './access/open-access.ts'
import { createApp } from './app.ts'
import { newToken, removeAdminFile, writeAdminFile } from './data-dir/admin-file.ts'
import type { DataDir } from './data-dir/open-data-dir.ts'
import { parseEnv, type Env } from './env.ts'
import { exitWith } from './exit-on-failure.ts'
import { listen } from './http/listen.ts'
import type { PageOptions } from './http/page-routes.ts'
import { Failure } from './messages/failure.ts'
import { openStore } from './open-store.ts'
import { readPack } from './pack/read-pack.ts'
import { projectRoot } from './project-root.ts'
import { createPublisher, type Publisher } from './release/publisher.ts'
import { openRemoteFile, remoteFileIn } from './remote/remote-file.ts'
import { createRepository } from './repository.ts'
import { closeOnSignal } from './shut-down.ts'
import { softwareVersion } from './version.ts'
import { openWalls, wallsFileIn } from './walls/walls-file.ts'

const log = (error: unknown): void => console.error(new Date().toISOString(), error)

function builtPages(): PageOptions {
  const clientDir = join(projectRoot, 'dist/client')
  if (!existsSync(join(clientDir, 'index.html'))) throw new Failure('还没有构建页面（缺少 dist/client/index.html），请先运行 npm run build。')
  return { clientDir, earlierDirs: ['dist/previous', 'dist/previous-2'].map((folder) => join(projectRoot, folder)), fontsDir: join(projectRoot, 'build/fonts') }
}

/** Deployments that answer differently tag differently, even where a body is the same. */
const saltOf = ({ demo, hideRanks }: Env): string => (demo ? 'demo' : 'published') + (hideRanks ? ' without ranks' : '')

const accessOf = async ({ tokenAccess, tokenSecret: secret, dataDir }: Env): Promise<AccessOptions | undefined> =>
  tokenAccess && secret !== undefined ? openAccess({ secret, dataDir, log }) : undefined

async function serve(env: Env, { store, close }: DataDir, publisher: Publisher, pages: PageOptions): Promise<void> {
  const token = newToken()
  const repository = createRepository(store, { demo: env.demo, hideRanks: env.hideRanks, version: await softwareVersion(), publicUrl: env.publicUrl })
  const live = { heartbeatSeconds: env.heartbeatSeconds, clients: env.eventsClients }
  const registry = await openWalls(wallsFileIn(env.dataDir), { log })
  const walls = { registry, operatorToken: env.operatorToken }
  const file = await openRemoteFile(remoteFileIn(env.dataDir), log)
  const remote = { publicUrl: env.publicUrl, file }
  const access = await accessOf(env)
  const app = await createApp(repository, {
    salt: saltOf(env),
    live,
    log,
    pages,
    pictures: { fontsDir: join(projectRoot, 'build/picture-fonts'), givesWay: true },
    admin: { token, publisher },
    walls,
    remote,
    ...(access === undefined ? {} : { access }),
    embedOrigins: env.embedOrigins,
    trustedProxies: env.trustedProxies,
    publicUrl: env.publicUrl
  })
  const url = await listen(app, env.host, env.port)
  closeOnSignal(() =>
    app
      .close()
      .then(registry.close)
      .then(file.close)
      .then(() => removeAdminFile(env.dataDir))
      .finally(close)
  )
  // Behind it: a signal that comes before anybody listens for it ends the process as it stands, and the file would stay.
  await writeAdminFile(env.dataDir, { url, token })
  console.log(
    `${env.publicUrl ?? url} 已就绪，当前第 ${await repository.currentRelease()} 版${env.demo ? '，含演示数据' : ''}${env.hideRanks ? '，名次已隐藏' : ''}${env.tokenAccess ? '，凭令牌访问' : ''}`
  )
}

async function main(): Promise<void> {
  process.on('unhandledRejection', exitWith)
  const env = parseEnv(process.env)
  const pages = builtPages()
  const pack = await readPack(env.packDir)
  const data = await openStore(env)
  const publisher = createPublisher(data.store)
  await publisher.installPack(pack)
  await serve(env, data, publisher, pages)
}

main().catch(exitWith)
