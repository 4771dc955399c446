import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startTinyServer, type TinyServer } from '#server/testing/start-tiny-server.ts'
import { tinyFigure } from '#server/testing/tiny-pack.ts'
import { apiAt } from './command.ts'
import { dropReason, profiles } from './profiles.ts'
import { recorded } from './recorded.ts'
import { writeReport } from './reports.ts'
import type { Api } from './rule.ts'
import { rules } from './rules.ts'
import { failedIds, runRules } from './run.ts'
import { smallPack } from './small-pack.ts'
import { wrongServers } from './wrong-servers.ts'
import { textTable } from '#scripts/text-table.ts'

let tiny: TinyServer
let right: Api
const seen: string[][] = []

beforeAll(async () => {
  tiny = await startTinyServer({ pack: smallPack() })
  await tiny.publisher.publish({ note: '更正', source: '测试', observations: [tinyFigure({ indicator: 'rate', obsValue: '58' })] })
  const api = apiAt(await tiny.app.listen({ host: '127.0.0.1', port: 0 }))
  await vi.waitFor(async () => expect(await (await api.fetch('/readyz')).json()).toEqual({ release: 2 }), { timeout: 10_000 })
  right = recorded(api)
})

afterAll(async () => {
  await tiny.app.close()
  writeReport('wrong-servers', textTable(['错处', '未通过的规则'], seen))
})

const failing = async (api: Api): Promise<string[]> => failedIds(await runRules(rules, api, profiles.live))
const inOrder = (ids: readonly string[]): string[] => rules.map(({ id }) => id).filter((id) => ids.includes(id))

describe('the rules against wrong servers', () => {
  it('let the right one pass', async () => expect(await failing(right)).toEqual([]))

  it.each(wrongServers)('$name', async ({ name, make, fails }) => {
    const failed = await failing(make(right))
    seen.push([name, failed.join(' ') || '（没有：不算错）'])
    expect(failed).toEqual(inOrder(fails))
  })

  it('can each fail', () => {
    const proven = new Set(wrongServers.flatMap(({ fails }) => fails))
    expect(
      rules
        .filter((rule) => dropReason(rule, profiles.live) === undefined)
        .map(({ id }) => id)
        .filter((id) => !proven.has(id))
    ).toEqual([])
  })

  it('name only rules that there are', () => {
    const known = new Set(rules.map(({ id }) => id))
    expect(known.size).toBe(rules.length)
    expect(wrongServers.flatMap(({ fails }) => fails).filter((id) => !known.has(id))).toEqual([])
  })
})
