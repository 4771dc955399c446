import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { temporaryFolder } from '#server/testing/temporary-folder.ts'
import { buildIdOf } from './build-id.ts'

const page = (build: string): string => `<!doctype html><head><meta charset="utf-8" /><meta name="build" content="${build}" /></head>`

it('follows a build that is swapped under the server, and holds while there is none', () => {
  const folder = temporaryFolder()
  const [client, fresh] = [join(folder, 'client'), join(folder, 'fresh')]
  mkdirSync(client)
  mkdirSync(fresh)
  writeFileSync(join(client, 'index.html'), page('aaaaaaaaaaaa'))
  writeFileSync(join(fresh, 'index.html'), page('bbbbbbbbbbbb'))
  const build = buildIdOf(join(client, 'index.html'))
  expect([build(), build()]).toEqual(['aaaaaaaaaaaa', 'aaaaaaaaaaaa'])
  rmSync(client, { recursive: true })
  expect(build()).toBe('aaaaaaaaaaaa')
  renameSync(fresh, client)
  expect(build()).toBe('bbbbbbbbbbbb')
})

it.each([
  ['no file', undefined],
  ['no name', page('')],
  ['another name', page('not-a-build!')]
])('is none with %s', (_name, text) => {
  const path = join(temporaryFolder(), 'index.html')
  if (text !== undefined) writeFileSync(path, text)
  expect(buildIdOf(path)()).toBeUndefined()
})
