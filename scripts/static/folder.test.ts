import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { projectRoot } from '#server/project-root.ts'
import { temporaryFolder } from '#server/testing/temporary-folder.ts'
import { MARK, replaced, writeInto } from './folder.ts'
import { clearLeftovers, swap } from './swap.ts'

const ours = (folder: string): Promise<void> =>
  replaced(folder, async (fresh) => {
    await writeInto(fresh, 'api/v1/pack.json', '{}')
    await writeInto(fresh, MARK, '{"made":"tongxin-screen static export"}')
  })

const broken = (code: string): Error => Object.assign(new Error(code), { code })

describe('the folder', () => {
  it('is made, and made anew over an earlier export, with nothing of that left', async () => {
    const folder = join(temporaryFolder(), 'out')
    await ours(folder)
    writeFileSync(join(folder, 'old.txt'), 'x')
    await ours(folder)
    expect(readdirSync(folder).toSorted()).toEqual(['api', MARK])
    expect(readdirSync(dirname(folder))).toEqual(['out'])
  })

  it('goes on being reached by a name that leads to it', async () => {
    const parent = temporaryFolder()
    await ours(join(parent, 'out'))
    symlinkSync('out', join(parent, 'current'))
    await ours(join(parent, 'current'))
    expect(readdirSync(parent, { withFileTypes: true }).map((entry) => [entry.name, entry.isSymbolicLink()])).toEqual([
      ['current', true],
      ['out', false]
    ])
  })

  it('is left alone where it holds what is not ours', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'mine.txt'), 'mine')
    await expect(ours(folder)).rejects.toThrow('里已有别的东西，不会覆盖')
    expect(readFileSync(join(folder, 'mine.txt'), 'utf8')).toBe('mine')
    await expect(ours(join(folder, 'mine.txt'))).rejects.toThrow('是一个文件')
  })

  it.each([
    [new Error('half-way'), 'half-way'],
    [broken('ENOSPC'), '磁盘已满，'],
    [broken('EACCES'), '请看有没有权限'],
    [broken('EIO'), '请看 U 盘有没有拔掉']
  ])('stays as it was when the export fails half-way: %s', async (error, words) => {
    const folder = join(temporaryFolder(), 'out')
    await ours(folder)
    const fails = replaced(folder, async (fresh) => {
      mkdirSync(join(fresh, 'api'))
      throw error
    })
    await expect(fails).rejects.toThrow(words)
    expect(existsSync(join(folder, 'api/v1/pack.json'))).toBe(true)
    expect(readdirSync(dirname(folder))).toEqual(['out'])
  })
})

describe('an export that is broken off', () => {
  it('leaves nothing', async () => {
    const parent = temporaryFolder()
    const script = `import { replaced } from '#scripts/static/folder.ts'
await replaced(${JSON.stringify(join(parent, 'out'))}, () => new Promise((resolve) => { console.log('writing'); setTimeout(resolve, 60_000) }))`
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], { cwd: projectRoot })
    await once(child.stdout, 'data')
    expect(readdirSync(parent)).toEqual([`.out.new-${child.pid}`])
    child.kill('SIGINT')
    expect(await once(child, 'exit')).toEqual([130, null])
    expect(readdirSync(parent)).toEqual([])
  })

  it('with no time to clear up is cleared up after by the next one, and what it had moved aside is back', async () => {
    const parent = temporaryFolder()
    const { pid } = spawnSync('true')
    for (const name of [`.out.new-${pid}`, `.out.old-${pid}`, `.out.new-${process.pid}`, `.other.new-${pid}`]) mkdirSync(join(parent, name))
    writeFileSync(join(parent, `.out.old-${pid}`, 'kept'), '')
    await clearLeftovers(join(parent, 'out'))
    expect(readdirSync(parent).toSorted()).toEqual([`.other.new-${pid}`, `.out.new-${process.pid}`, 'out'].toSorted())
    expect(readdirSync(join(parent, 'out'))).toEqual(['kept'])
  })
})

describe('the swap', () => {
  const placesIn = (parent: string) => {
    const places = { target: join(parent, 'out'), fresh: join(parent, 'fresh'), old: join(parent, 'old') }
    for (const name of ['out', 'fresh'] as const) {
      mkdirSync(join(parent, name))
      writeFileSync(join(parent, name, 'is'), name)
    }
    return places
  }

  /** Only an exchange leaves at `fresh` what was there before. */
  it.each([
    ['in one step', process.env.PATH, { fresh: 'out', out: 'fresh' }],
    ['in two where nothing can exchange them', '/nowhere', { out: 'fresh' }]
  ])('puts the fresh one in its place, %s', (_how, path, left) => {
    vi.stubEnv('PATH', path)
    onTestFinished(() => void vi.unstubAllEnvs())
    const parent = temporaryFolder()
    swap(placesIn(parent))
    expect(Object.fromEntries(readdirSync(parent).map((name) => [name, readFileSync(join(parent, name, 'is'), 'utf8')]))).toEqual(left)
  })

  it('gives back what it has moved aside where it comes to nothing', () => {
    const places = placesIn(temporaryFolder())
    expect(() => swap({ ...places, fresh: `${places.fresh}/nothing` })).toThrow('ENOENT')
    expect(readFileSync(join(places.target, 'is'), 'utf8')).toBe('out')
  })
})
