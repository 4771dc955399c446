import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { endpoints, type EndpointId } from '#contract/endpoints.ts'
import { FeatureCollection } from '#contract/pack.ts'
import { Problem, ProblemDetails } from '#contract/problem.ts'
import { fixtureRepository } from '#mocks/fixture-repository.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { schemaOf } from './context.ts'
import { ringsOf } from './rules/geometry.ts'
import { ringFault } from './rules/rings.ts'

const GUIDE = readFileSync('docs/api.md', 'utf8')
const EXAMPLE = readFileSync('tests/conformance/example-server.ts', 'utf8')

/** The code block of this kind and name, such as "json pack". */
const block = (name: string): string => new RegExp(`^\`\`\`${name}\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(GUIDE)?.[1] ?? ''

const repository = fixtureRepository(normal())

const real: Record<EndpointId, () => Promise<unknown>> = {
  pack: () => repository.pack({}),
  regions: () => repository.regions({}),
  indicators: () => repository.indicators({}),
  scenes: () => repository.scenes({}),
  scene: () => repository.scene({ id: 'zonglan' }),
  panel: () => repository.panel({ scene: 'zonglan', panel: 'loop' }),
  observations: () => repository.observations({}),
  boundaries: () => repository.boundaries({ code: '330800', context: '1' }),
  releases: () => repository.releases({}),
  version: async () => ({ ...(await repository.version({})), version: '0.1.0' })
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/** Whether an example says nothing that the answer does not: fields may be left out of lists, values may not differ. */
function isPartOf(part: unknown, whole: unknown): boolean {
  if (Array.isArray(part)) return Array.isArray(whole) && part.every((item) => whole.some((candidate) => isPartOf(item, candidate)))
  if (!isObject(part) || !isObject(whole)) return part === whole
  return Object.entries(part).every(([key, value]) => isPartOf(value, Reflect.get(whole, key)))
}

describe('docs/api.md', () => {
  it.each(endpoints.map(({ id }) => id))('shows a part of the real answer to %s', async (id) => {
    const example: unknown = JSON.parse(block(`json ${id}`))
    expect(schemaOf(id).safeParse(example).error).toBeUndefined()
    expect(isPartOf(example, JSON.parse(JSON.stringify(await real[id]())))).toBe(true)
  })

  it('would notice an example that is no longer true', async () => {
    const pack = JSON.parse(block('json pack'))
    expect(isPartOf({ ...pack, info: { ...pack.info, title: '旧名' } }, await repository.pack({}))).toBe(false)
  })

  it('shows a closed ring and a true problem', async () => {
    const { features } = FeatureCollection.parse(JSON.parse(block('json boundaries')))
    expect(features.flatMap(({ geometry }) => ringsOf(geometry)).map(ringFault)).toEqual([undefined])
    const problem: unknown = await repository.scene({ id: 'no-such-scene' }).catch((error: unknown) => (error instanceof Problem ? error.toDetails() : error))
    expect(problem).toEqual(ProblemDetails.parse(JSON.parse(block('json problem'))))
  })

  it('names every endpoint', () => {
    for (const { path } of endpoints) expect(GUIDE).toContain(`| \`${path}\` |`)
  })

  it('holds the example server as it is: at most 60 lines, nothing but Node', () => {
    expect(block('ts example-server')).toBe(EXAMPLE)
    expect(EXAMPLE.trimEnd().split('\n').length).toBeLessThanOrEqual(60)
    expect([...EXAMPLE.matchAll(/from '([^']+)'/g)].map(([, specifier]) => specifier)).toEqual(['node:crypto', 'node:http'])
  })
})
