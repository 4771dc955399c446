import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { debianPrograms, pathOf } from '#tests/support/debian-program.ts'

afterEach(() => vi.unstubAllEnvs())

describe.each(debianPrograms())('$name', ({ name, from }) => {
  it('is missed in one sentence that names its package', () => {
    vi.stubEnv(name.toUpperCase(), '/nowhere')
    expect(() => pathOf(name)).toThrow(`/nowhere 不存在：请安装 Debian 的 ${from} 软件包（apt-get install ${from}）`)
  })

  it('is taken from where a variable names it', () => {
    vi.stubEnv(name.toUpperCase(), process.execPath)
    expect(pathOf(name)).toBe(process.execPath)
  })

  it('is installed before the tests, and the README tells of it', () => {
    expect(readFileSync('.ci/run', 'utf8')).toMatch(new RegExp(`^need ${from}$`, 'm'))
    expect(readFileSync('README.md', 'utf8')).toMatch(new RegExp(`apt-get install [a-z0-9 -]*\\b${from}\\b`))
  })
})
