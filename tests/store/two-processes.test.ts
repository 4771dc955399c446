import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { ReleasesAnswer } from '#contract/endpoints.ts'
import { startCluster, type PostgresCluster } from '#server/testing/postgres-cluster.ts'
import { temporaryFolder } from '#server/testing/temporary-folder.ts'
import { tinyFigure } from '#server/testing/tiny-pack.ts'
import { buildApp, type BuiltApp, type RunningApp } from './built-app.ts'
import { listenTo } from './sse-client.ts'

let cluster: PostgresCluster
let app: BuiltApp
beforeAll(async () => {
  cluster = await startCluster()
  app = await buildApp()
})
afterAll(async () => {
  app.remove()
  await cluster.remove()
})

const figure = (obsValue: string) => ({ note: `改为 ${obsValue}`, source: '统战部', observations: [tinyFigure({ obsValue })] })

async function started(url: string, variables: Record<string, string> = {}): Promise<RunningApp> {
  const running = await app.start(temporaryFolder(), { DATABASE_URL: url, ...variables })
  onTestFinished(async () => void (await running.stop()))
  return running
}

async function listening(running: RunningApp) {
  const client = await listenTo(running.url)
  onTestFinished(client.close)
  return client
}

const releasesOf = async ({ url }: RunningApp) => ReleasesAnswer.parse(await (await fetch(`${url}/api/v1/releases`)).json()).releases

const post = async ({ url, token }: RunningApp, body: unknown): Promise<unknown> =>
  (
    await fetch(`${url}/admin/releases`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await token()}`, 'content-type': 'application/json' },
      body: JSON.stringify(body)
    })
  ).json()

it('two that start at once on an empty database both come up, with exactly one release', async () => {
  for (let round = 0; round < 5; round += 1) {
    const url = await cluster.createDatabase()
    const both = await Promise.all([started(url), started(url)])
    for (const running of both) expect(await releasesOf(running)).toMatchObject([{ release: 1, note: '首次发布' }])
    expect(await cluster.run(url, 'select release from releases')).toEqual([{ release: 1 }])
  }
})

it.each(['listen', 'poll'])('what one publishes, and what the command publishes, reaches the screens of both (%s)', async (feed) => {
  const url = await cluster.createDatabase()
  const variables = { RELEASE_FEED: feed, POLL_SECONDS: '1' }
  const [a, b] = [await started(url, variables), await started(url, variables)]
  const [atA, atB] = [await listening(a), await listening(b)]
  expect(await post(a, figure('200'))).toEqual({ release: 2, observations: 1 })
  await atB.until(2)

  const file = join(a.dataDir, 'figure.json')
  writeFileSync(file, JSON.stringify(figure('201')))
  const env = { DATABASE_URL: url, DATA_DIR: a.dataDir, ...variables }
  expect(await app.command('publish', [file], env)).toEqual({ code: 0, stdout: '已发布第 3 版（1 条）\n', stderr: '' })
  await Promise.all([atA.until(3), atB.until(3)])
  expect(await app.command('publish', ['--withdraw', '3'], env)).toMatchObject({ code: 0, stdout: '已撤回第 3 版，这是第 4 版\n' })
  await Promise.all([atA.until(4), atB.until(4)])
  expect(await releasesOf(a)).toEqual(await releasesOf(b))
})

it('the command publishes without any server, and DATA_DIR holds nothing but the way to the server', async () => {
  const url = await cluster.createDatabase()
  const env = { DATABASE_URL: url, DATA_DIR: temporaryFolder() }
  const name = new URL(url).pathname.slice(1)
  expect(await app.command('publish', ['--withdraw', '1'], env)).toEqual({
    code: 1,
    stdout: '',
    stderr: `数据库 postgres://127.0.0.1:${cluster.port}/${name} 里还没有版本，请先运行 npm start。\n`
  })
  const first = await app.start(temporaryFolder(), { DATABASE_URL: url })
  await first.token()
  expect(readdirSync(first.dataDir)).toEqual(['admin.json'])
  expect(first.output()).not.toContain('kou-ling')
  expect(await first.stop()).toBe(0)
  const file = join(env.DATA_DIR, 'figure.json')
  writeFileSync(file, JSON.stringify(figure('200')))
  expect(await app.command('publish', [file], env)).toMatchObject({ code: 0, stdout: '已发布第 2 版（1 条）\n' })
  const second = await started(url)
  expect(await releasesOf(second)).toMatchObject([{ release: 1 }, { release: 2, note: '改为 200' }])
})

it('who switches from the embedded store is told that its releases stay behind', async () => {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'releases'))
  writeFileSync(join(folder, 'releases/000001.json'), '{}')
  const running = await app.start(folder, { DATABASE_URL: await cluster.createDatabase() })
  await running.stop()
  expect(running.output()).toContain(`先运行 npm run copy -- ${folder} 数据库地址`)
})

it('a server without its database ends with one sentence', async () => {
  await expect(app.start(temporaryFolder(), { DATABASE_URL: cluster.url('gone') })).rejects.toThrow(
    new RegExp(`the server ended with 1: 数据库服务器 127\\.0\\.0\\.1:${cluster.port} 上没有名为 gone 的库，请先建库，或检查环境变量 DATABASE_URL。\n$`)
  )
})
