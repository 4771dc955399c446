import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const files = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`)

describe('the production build', () => {
  it('contains none of the mocks', () => {
    const built = files('dist/client')
    expect(built.some((file) => file.endsWith('.js'))).toBe(true)
    expect(built.filter((file) => file.includes('mockServiceWorker'))).toEqual([])
    const code = built
      .filter((file) => /\.(js|html|css)$/.test(file))
      .map((file) => readFileSync(file, 'utf8'))
      .join('')
    for (const trace of ['mockServiceWorker', 'startMocks', 'setupWorker', 'onUnhandledRequest', '首次发布']) expect(code).not.toContain(trace)
    // The trace is one that the sources really have.
    expect(readFileSync('mocks/browser.ts', 'utf8')).toContain('startMocks')
  })
})
