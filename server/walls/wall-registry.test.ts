import { describe, expect, it } from 'vitest'
import { wallReport } from '#tests/support/wall-report.ts'
import { createWallRegistry } from './wall-registry.ts'

/** A clock that the test sets. */
function clock(start = '2022-10-26T01:28:00.000Z') {
  let at = Date.parse(start)
  return { now: () => new Date(at), pass: (seconds: number) => (at += seconds * 1000) }
}

const idOf = (number: number): string => `wall-${String(number).padStart(8, '0')}`

describe('the registry of walls', () => {
  it("keeps each wall's last report by the server's clock", () => {
    const { now, pass } = clock()
    const registry = createWallRegistry({ now })
    registry.report(wallReport({ scene: 'minzu' }))
    pass(15)
    registry.report(wallReport())
    expect(registry.lines()).toEqual([{ ...wallReport(), lastSeen: '2022-10-26T01:28:15.000Z', reloadAskedAt: null }])
  })

  it('lists them by name, as one counts', () => {
    const registry = createWallRegistry()
    for (const [index, name] of ['大厅10', '大厅9', '大厅1'].entries()) registry.report(wallReport({ id: idOf(index), name }))
    expect(registry.lines().map(({ name }) => name)).toEqual(['大厅1', '大厅9', '大厅10'])
  })

  it('forgets the one unheard for longest, at two hundred', () => {
    const { now, pass } = clock()
    const registry = createWallRegistry({ now })
    for (let number = 0; number < 200; number += 1) {
      registry.report(wallReport({ id: idOf(number) }))
      pass(1)
    }
    registry.report(wallReport({ id: idOf(0) }))
    registry.report(wallReport({ id: idOf(200) }))
    const ids = registry.lines().map(({ id }) => id)
    expect(ids).toHaveLength(200)
    expect([ids.includes(idOf(0)), ids.includes(idOf(1)), ids.includes(idOf(2)), ids.includes(idOf(200))]).toEqual([true, false, true, true])
  })

  it('takes up the walls of an earlier run in the order of their reports', () => {
    const known = Array.from({ length: 201 }, (_, number) => ({
      ...wallReport({ id: idOf(number) }),
      lastSeen: new Date(Date.UTC(2022, 0, 1) + Math.abs(100 - number) * 1000).toISOString(),
      reloadAskedAt: null
    }))
    const ids = createWallRegistry({ known })
      .lines()
      .map(({ id }) => id)
    expect([ids.length, ids.includes(idOf(100)), ids.includes(idOf(0)), ids.includes(idOf(200))]).toEqual([200, false, true, true])
  })
})

describe('a request to load anew', () => {
  it('is told to that wall alone, until its page is younger', () => {
    const { now, pass } = clock()
    const registry = createWallRegistry({ now })
    const other = wallReport({ id: idOf(2) })
    registry.report(wallReport())
    registry.report(other)
    const asked = registry.askReload(wallReport().id)
    expect(asked).toBe('2022-10-26T01:28:00.000Z')
    pass(15)
    expect([registry.report(wallReport()), registry.report(other)]).toEqual([asked, undefined])
    expect(registry.report(wallReport({ startedAt: '2022-10-26T01:28:10.000Z' }))).toBeUndefined()
    expect(registry.lines()[0]).toMatchObject({ reloadAskedAt: asked })
  })

  it('to an unknown wall is none', () => {
    const registry = createWallRegistry()
    expect(registry.askReload('wall-unknown')).toBeUndefined()
    expect(registry.lines()).toEqual([])
  })

  it('does not make a wall look alive', () => {
    const { now, pass } = clock()
    const registry = createWallRegistry({ now })
    registry.report(wallReport())
    pass(300)
    registry.askReload(wallReport().id)
    expect(registry.lines()[0]).toMatchObject({ lastSeen: '2022-10-26T01:28:00.000Z' })
  })
})
