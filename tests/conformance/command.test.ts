import { execFile } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { conformance, parseArguments } from './command.ts'
import { profiles } from './profiles.ts'
import { serving, type Running } from './running-server.ts'
import { startExample } from './targets.ts'

let example: Running
beforeAll(async () => {
  example = await startExample()
})
afterAll(() => example.close())

interface Said {
  readonly code: number
  readonly text: string
}

async function run(...words: readonly string[]): Promise<Said> {
  const lines: string[] = []
  const code = await conformance(words, (text) => lines.push(text))
  return { code, text: lines.join('\n') }
}

describe('npm run conformance', () => {
  it('answers 0 and a table for an implementation that passes', async () => {
    const { code, text } = await run(example.url, '--profile', 'core')
    expect(code).toBe(0)
    expect(text).toContain('http.tag             通过    每个答复带强标签 ETag')
    expect(text).toContain('不适用  连上就告知当前版                        没有事件流，页面按间隔重新读取')
    expect(text).toMatch(/合格：通过 55，未通过 0，不适用 12/)
  })

  it('answers 1 and names each broken rule for one that does not', async () => {
    const { code, text } = await run(`${example.url}/api/v1/`)
    expect(code).toBe(1)
    expect(text).toContain('shape.releases       未通过  版本目录合乎数据格式                    /api/v1/releases；状态码须为 200；现为 404')
    expect(text).toMatch(/release\.number\s+不适用\s.*shape\.releases 未通过，无从检查/)
    expect(text).toContain('不合格：')
  })

  it('gives programs every finding', async () => {
    const { code, text } = await run(example.url, '--json')
    expect(code).toBe(1)
    expect(JSON.parse(text)).toMatchObject({
      url: example.url,
      profile: 'live',
      rules: expect.arrayContaining([
        expect.objectContaining({ id: 'shape.releases', state: 'failed', findings: [{ path: '/api/v1/releases', rule: '状态码须为 200', value: 404 }] })
      ])
    })
  })

  it('says which site is no such API', async () => {
    const site = await serving((_request, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>你好</h1>'))
    const { code, text } = await run(site.url)
    await site.close()
    expect(code).toBe(1)
    expect(text).toContain('/api/v1/pack；不是完整的 JSON；现为 <h1>你好</h1>')
  })

  it('answers 2 when nobody answers', async () => {
    const gone = await serving((_request, response) => response.end())
    await gone.close()
    const { code, text } = await run(gone.url)
    expect([code, text]).toEqual([2, expect.stringContaining(`${gone.url} 没有回应`)])
  })

  it.each([
    [],
    ['screen'],
    ['ftp://host'],
    ['http://host', '--profile', 'full'],
    ['http://host', '--profile'],
    ['http://host', '--jsn'],
    ['http://a', 'http://b']
  ])('answers 2 and its usage to %s', async (...words) => {
    expect(await run(...words)).toEqual({ code: 2, text: expect.stringContaining('用法：npm run conformance -- URL') })
  })

  it('takes the address with or without /api/v1, below any path', () => {
    const bases = ['http://host:8080', 'http://host:8080/', 'http://host:8080/api/v1', 'https://host/screen/api/v1/'].map(
      (address) => parseArguments(['--json', address])?.base
    )
    expect(bases).toEqual(['http://host:8080', 'http://host:8080', 'http://host:8080', 'https://host/screen'])
    expect(parseArguments(['--profile', 'static', 'http://host'])).toEqual({ base: 'http://host', profile: profiles.static, json: false })
  })

  it('ends the process with that code', async () => {
    const codes = await Promise.all([[example.url, '--profile', 'core'], []].map(exitCode))
    expect(codes).toEqual([0, 2])
  })
})

const exitCode = (words: readonly string[]): Promise<unknown> =>
  new Promise((resolve) => {
    execFile(process.execPath, ['node_modules/tsx/dist/cli.mjs', 'scripts/conformance.ts', ...words], (error) => resolve(error === null ? 0 : error.code))
  })
