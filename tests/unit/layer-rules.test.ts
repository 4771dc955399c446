import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/** Canaries: imports that break a layer rule, each in a checkout of its own with the project's linter settings. */
const FORBIDDEN: readonly (readonly [file: string, specifier: string])[] = [
  ['contract/x.ts', 'react'],
  ['contract/x.ts', '#server/app.ts'],
  ['contract/x.ts', 'zod'],
  ['src/tokens/x.ts', '#contract/decimal.ts'],
  ['src/format/x.ts', '#charts/trend.ts'],
  ['src/view/x.ts', '#queries/request.ts'],
  ['src/queries/x.ts', '#view/codec.ts'],
  ['src/charts/x.ts', 'react'],
  ['src/charts/x.ts', '#ui/figure.tsx'],
  ['src/ui/x.tsx', '#panel-kit/ready.tsx'],
  ['src/panel-kit/x.tsx', '#panels/trend.tsx'],
  ['src/panels/x.tsx', './trend.tsx'],
  ['src/panels/x.tsx', '#scenes/scene.tsx'],
  ['src/scenes/x.tsx', '#modes/desk/desk.tsx'],
  ['src/modes/desk/x.tsx', '#server/app.ts'],
  ['src/modes/desk/x.tsx', '#mocks/browser.ts'],
  ['server/x.ts', '#charts/trend.ts'],
  ['mocks/x.ts', '#server/app.ts'],
  ['src/charts/x.ts', '../tokens/colour.ts']
]

const ALLOWED: readonly (readonly [file: string, specifier: string])[] = [
  ['contract/x.ts', 'zod/mini'],
  ['src/charts/x.ts', '#contract/decimal.ts'],
  ['src/panels/x.tsx', '#charts/trend.ts'],
  ['src/panels/x.tsx', './trend.css'],
  ['src/modes/desk/x.tsx', '#scenes/scene.tsx'],
  ['server/x.ts', '#contract/decimal.ts'],
  ['mocks/x.ts', '#contract/snapshot.ts']
]

let checkout = ''

function lint(file: string, specifier: string): string {
  const path = join(checkout, file)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, `import '${specifier}'\n`)
  try {
    execFileSync(join(checkout, 'node_modules/.bin/oxlint'), ['-c', '.oxlintrc.json', '-f', 'unix', file], { cwd: checkout, encoding: 'utf8' })
    return ''
  } catch (error) {
    return error instanceof Error && 'stdout' in error ? String(error.stdout) : String(error)
  } finally {
    rmSync(path)
  }
}

beforeAll(() => {
  checkout = mkdtempSync(join(tmpdir(), 'layers-'))
  cpSync('.oxlintrc.json', join(checkout, '.oxlintrc.json'))
  symlinkSync(join(process.cwd(), 'node_modules'), join(checkout, 'node_modules'))
})

afterAll(() => rmSync(checkout, { recursive: true, force: true }))

describe('layer rules', () => {
  it.each(FORBIDDEN)('%s must not import %s', (file, specifier) => {
    expect(lint(file, specifier)).toContain('no-restricted-imports')
  })

  it.each(ALLOWED)('%s may import %s', (file, specifier) => {
    expect(lint(file, specifier)).toBe('')
  })
})
