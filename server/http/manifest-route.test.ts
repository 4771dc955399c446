import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { startTinyServer } from '#server/testing/start-tiny-server.ts'
import { temporaryFolder } from '#server/testing/temporary-folder.ts'
import { tinyPack } from '#server/testing/tiny-pack.ts'

async function manifest(file?: string) {
  const folder = temporaryFolder()
  if (file !== undefined) writeFileSync(join(folder, 'manifest.webmanifest'), file)
  const { app } = await startTinyServer({ pages: { clientDir: folder, earlierDirs: [], fontsDir: folder } })
  onTestFinished(() => app.close())
  return app.inject({ url: '/manifest.webmanifest' })
}

describe('the manifest', () => {
  it("is the build's, under the name of the pack, and asked for each time", async () => {
    const response = await manifest('{"name":"x","short_name":"x","display":"standalone"}')
    const { title, product } = tinyPack().document.info
    expect(response.json()).toEqual({ name: `${title} ${product}`, short_name: title, display: 'standalone' })
    expect([response.headers['content-type'], response.headers['cache-control']]).toEqual(['application/manifest+json; charset=utf-8', 'no-cache'])
  })

  it('is not there where the pages were built without one', async () => {
    expect((await manifest()).statusCode).toBe(404)
  })
})
