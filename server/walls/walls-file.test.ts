import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { temporaryFolder } from '#server/testing/temporary-folder.ts'
import { wallReport } from '#tests/support/wall-report.ts'
import { soon } from '#tests/support/soon.ts'
import { openWalls, wallsFileIn } from './walls-file.ts'

let path = ''
let logged: unknown[] = []
const open = (now?: () => Date) => openWalls(path, { log: (error) => logged.push(error), ...(now === undefined ? {} : { now }) })

beforeEach(() => {
  path = wallsFileIn(temporaryFolder())
  logged = []
})
afterEach(() => void vi.useRealTimers())

describe('the file of walls', () => {
  it('names a wall that died before the restart, and what was asked of it', async () => {
    const first = await open(() => new Date('2022-10-26T01:28:00Z'))
    first.report(wallReport())
    first.askReload(wallReport().id)
    await first.close()
    const second = await open()
    expect(second.lines()).toEqual([{ ...wallReport(), lastSeen: '2022-10-26T01:28:00.000Z', reloadAskedAt: '2022-10-26T01:28:00.000Z' }])
    expect(second.report(wallReport())).toBe('2022-10-26T01:28:00.000Z')
    await second.close()
    expect(logged).toEqual([])
  })

  it('is written every half minute, and only when something was reported', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    const walls = await open()
    vi.advanceTimersByTime(60_000)
    await walls.close()
    expect(existsSync(path)).toBe(false)
    const again = await open()
    again.report(wallReport())
    vi.advanceTimersByTime(29_999)
    expect(existsSync(path)).toBe(false)
    vi.advanceTimersByTime(1)
    await soon(() => expect(readFileSync(path, 'utf8')).toContain('指挥中心'))
    await again.close()
  })

  it.each([
    ['cut', '{"walls":[{"id":"wall-0'],
    ['empty', ''],
    ['another document', '[1,2]'],
    ['zeros', '\0'.repeat(100)]
  ])('that is %s is no reason not to start', async (_name, text) => {
    writeFileSync(path, text)
    const walls = await open()
    expect(walls.lines()).toEqual([])
    expect(logged).toEqual([expect.stringContaining('walls.json 读不出来')])
    walls.report(wallReport())
    await walls.close()
    expect((await open()).lines()).toHaveLength(1)
  })

  it('loses the lines that are wrong, and a newer version may have written more', async () => {
    const line = { ...wallReport(), lastSeen: '2022-10-26T01:28:00.000Z', reloadAskedAt: null }
    writeFileSync(path, JSON.stringify({ walls: [line, { ...line, id: 'wall-00000002', width: 'wide' }, { ...line, id: 'wall-00000003', mood: 'calm' }, 7] }))
    expect((await open()).lines().map(({ id }) => id)).toEqual(['wall-00000001', 'wall-00000003'])
  })

  it('that cannot be written is logged, and the walls go on', async () => {
    const walls = await open()
    mkdirSync(`${path}.new`)
    walls.report(wallReport())
    await walls.close()
    expect(logged).toHaveLength(1)
    expect(walls.lines()).toHaveLength(1)
  })
})
