import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { changed, replaced, rewrite } from './changed.ts'
import { isProfileId, profiles, profilesOf } from './profiles.ts'
import type { Api } from './rule.ts'
import { rules } from './rules.ts'
import { failedIds, runRules } from './run.ts'
import { startExample, startStatic } from './targets.ts'
import { temporaryFolder } from '#server/testing/temporary-folder.ts'

describe('profiles', () => {
  it('drop only what they say they lack', () => {
    const dropped = (id: keyof typeof profiles): string[] => rules.filter((rule) => !profilesOf(rule).includes(id)).map((rule) => rule.id)
    expect(dropped('live')).toEqual(['files.revalidate', 'files.missing'])
    expect(dropped('core')).toEqual([
      'shape.releases',
      'shape.openapi',
      'files.revalidate',
      'files.missing',
      'release.number',
      'release.asOf',
      'release.older',
      'release.frozen',
      'events.type',
      'events.first',
      'events.heartbeat',
      'release.kept'
    ])
    expect(dropped('static')).toEqual(expect.arrayContaining(['query.filter', 'http.tag', 'error.problem', 'events.first']))
  })

  it('are three', () => expect(['live', 'core', 'static', 'full', 'toString'].filter(isProfileId)).toEqual(['live', 'core', 'static']))

  it('stand in the guide, each with what it drops', () => {
    const guide = readFileSync('docs/api.md', 'utf8')
    for (const id of ['live', 'core', 'static'] as const) expect(guide).toContain(`| \`${id}\` |`)
    for (const { id } of rules) expect(guide, `docs/api.md lists the rule ${id}`).toContain(`\`${id}\``)
  })
})

/** What only `static` asks must be able to fail there. */
describe('wrong web servers', () => {
  const failing = async (wrong: (api: Api) => Api): Promise<string[]> => {
    const example = await startExample()
    const files = await startStatic(example.api, temporaryFolder())
    const failed = failedIds(await runRules(rules, wrong(files.api), profiles.static))
    await Promise.all([example.close(), files.close()])
    return failed
  }

  it.each<[string, string[], (api: Api) => Api]>([
    [
      'the app for a missing file',
      ['files.missing'],
      (api) => changed(api, (response) => (response.status === 404 ? replaced(response, { status: 200 }) : response))
    ],
    ['nothing to revalidate by', ['files.revalidate'], (api) => changed(api, (response) => replaced(response, { headers: { 'last-modified': null } }))],
    [
      'a missing county',
      ['map.children'],
      (api) =>
        changed(
          api,
          rewrite('regions', (body) => ({ ...body, regions: body.regions.filter(({ code }) => code !== '330881') }))
        )
    ]
  ])('%s fails %s', async (_name, fails, wrong) => expect(await failing(wrong)).toEqual(fails))
})
