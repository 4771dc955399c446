import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openApiDocument } from '#contract/openapi.ts'
import { temporaryFolder } from '#server/testing/temporary-folder.ts'
import { deniedGate, deniedVersions } from './denied-versions.ts'
import { licencesGate } from './licences.ts'
import { openApiGate } from './open-api.ts'
import { isAllowed } from './spdx.ts'
import { unusedGate } from './unused.ts'

type Entries = Readonly<Record<string, object>>

const lockfile = (packages: Entries): string => JSON.stringify({ lockfileVersion: 3, packages: { '': { name: 'root', version: '1.0.0' }, ...packages } })

describe('the gate on versions', () => {
  it('lets this lockfile pass', () => expect(deniedGate(readFileSync('package-lock.json', 'utf8')).findings).toEqual([]))

  it.each(deniedVersions)('canary: $name closes it', ({ name, versions, reason }) => {
    const [version = ''] = versions
    const locked = version === '*' ? '0.18.5' : version
    expect(deniedGate(lockfile({ [`node_modules/other/node_modules/${name}`]: { version: locked, dev: true } })).findings).toEqual([
      `node_modules/other/node_modules/${name} ${locked}：${reason}`
    ])
  })

  it('sees through an alias and lets other versions pass', () => {
    expect(deniedGate(lockfile({ 'node_modules/sheet': { name: 'xlsx', version: '0.20.0' } })).findings).toHaveLength(1)
    expect(deniedGate(lockfile({ 'node_modules/echarts': { version: '6.1.0' }, 'node_modules/debug': { version: '4.4.3' } })).findings).toEqual([])
  })

  it('names each package once', () => expect(new Set(deniedVersions.map(({ name }) => name)).size).toBe(deniedVersions.length))
})

/** A project with these packages installed. */
function project(packages: Readonly<Record<string, { manifest?: object; entry?: object }>>): string {
  const folder = temporaryFolder()
  const entries = Object.entries(packages).map(([name, { manifest, entry = {} }]) => {
    const path = `node_modules/${name}`
    if (manifest !== undefined) {
      mkdirSync(join(folder, path), { recursive: true })
      writeFileSync(join(folder, path, 'package.json'), JSON.stringify({ name, ...manifest }))
    }
    return [path, { version: '1.0.0', ...entry }] as const
  })
  writeFileSync(join(folder, 'package-lock.json'), lockfile(Object.fromEntries(entries)))
  return folder
}

describe('the gate on licences', () => {
  it('lets this project pass', () => expect(licencesGate('.').findings).toEqual([]))

  it.each([
    ['copyleft', { manifest: { license: 'AGPL-3.0-only' } }, 'node_modules/one 1.0.0：AGPL-3.0-only'],
    ['an unknown word', { manifest: { license: 'SEE LICENSE IN LICENSE.txt' } }, 'node_modules/one 1.0.0：SEE LICENSE IN LICENSE.txt'],
    ['no licence', { manifest: {} }, 'node_modules/one 1.0.0：没有写明许可证'],
    ['a development licence in production', { manifest: { license: 'MPL-2.0' } }, 'node_modules/one 1.0.0：MPL-2.0'],
    ['copyleft in development', { manifest: { license: 'GPL-3.0' }, entry: { dev: true } }, 'node_modules/one 1.0.0：GPL-3.0（开发）'],
    ['a package that is not there', {}, 'node_modules/one 1.0.0：（没有安装）']
  ])('canary: %s closes it', (_name, one, finding) => expect(licencesGate(project({ one })).findings).toEqual([finding]))

  it('takes expressions, old forms, tools and what is left out', () => {
    const fine = {
      either: { manifest: { license: '(GPL-3.0 OR MIT)' } },
      old: { manifest: { licenses: [{ type: 'MIT' }] } },
      tool: { manifest: { license: 'MPL-2.0' }, entry: { dev: true } },
      lightningcss: { manifest: { license: 'MPL-2.0' } },
      windows: { entry: { optional: true } }
    }
    expect(licencesGate(project(fine)).findings).toEqual([])
  })
})

describe('a licence expression', () => {
  const isFree = (licence: string): boolean => ['MIT', 'Zlib'].includes(licence)
  it.each([
    ['MIT', true],
    ['(MIT AND Zlib)', true],
    ['MIT AND GPL-3.0', false],
    ['GPL-3.0 OR MIT', true],
    ['GPL-3.0 OR MIT AND GPL-2.0', false],
    ['(GPL-3.0 OR MIT) AND Zlib', true],
    ['MIT Zlib', false],
    ['(MIT', false],
    ['', false]
  ])('%s is allowed: %s', (expression, allowed) => expect(isAllowed(expression, isFree)).toBe(allowed))
})

describe('the gate on the description', () => {
  it('lets the stored one pass', () => expect(openApiGate(readFileSync('docs/openapi.json', 'utf8')).findings).toEqual([]))

  it('canary: a stale one and a broken one close it', () => {
    const stale = { ...openApiDocument(), paths: {} }
    expect([JSON.stringify(stale), '{'].map((text) => openApiGate(text).findings)).toEqual([
      [expect.stringContaining('npm run openapi')],
      [expect.stringContaining('npm run openapi')]
    ])
  })
})

describe('the gate on unused code', () => {
  const small = (used: string): string => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'src'))
    writeFileSync(join(folder, 'package.json'), '{"name":"small","type":"module"}')
    writeFileSync(join(folder, 'knip.json'), '{"entry":["src/main.ts"],"project":["src/**/*.ts"]}')
    writeFileSync(join(folder, 'src/main.ts'), `import { ${used} } from './part.ts'\nconsole.log(${used})\n`)
    writeFileSync(join(folder, 'src/part.ts'), 'export const one = 1\nexport const two = 2\n')
    return folder
  }

  it('lets a tidy folder pass', () => {
    const folder = small('one')
    writeFileSync(join(folder, 'src/part.ts'), 'export const one = 1\n')
    expect(unusedGate(folder).findings).toEqual([])
  })

  it('canary: an unused export and an unused file close it', () => {
    const folder = small('one')
    writeFileSync(join(folder, 'src/lost.ts'), 'export const lost = 1\n')
    const found = unusedGate(folder).findings.join('\n')
    expect(found).toContain('two')
    expect(found).toContain('src/lost.ts')
  })
})
