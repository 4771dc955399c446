import { describe, expect, it } from 'vitest'
import { SceneAnswer } from '#contract/endpoints.ts'
import { observationsFor, sceneAnswer, type NeedContext, type Snapshot } from '#contract/snapshot.ts'
import { COUNTY, deepPack, TOWNS } from '#tests/support/deep-pack.ts'
import { changed } from '#tests/support/panel-data.ts'
import { problemOf } from '#tests/support/problem-of.ts'

const COUNTIES = ['330802', '330803', '330822', '330824', '330825', '330881']

const contextOf = ({ document, observations }: Snapshot, region: string): NeedContext => ({
  regions: document.regions,
  indicators: document.indicators,
  root: document.info.root,
  region,
  observations
})
const areas = (found: readonly { refArea: string }[]): string[] => [...new Set(found.map(({ refArea }) => refArea))].toSorted()

describe('a scene below the root', () => {
  const deep = deepPack()
  const sceneAt = (input: { readonly root?: string; readonly region?: string }, from = deep) => sceneAnswer(from, { id: 'zonglan', ...input })
  const without = (...dropped: readonly string[]): Snapshot =>
    changed(deep, (o) => (o.indicator === 'xxt.loanAmount' && dropped.includes(o.refArea) ? { ...o, obsValue: null, obsStatus: 'O' } : o))
  const need = { indicator: 'xxt.loanAmount', area: 'self', freq: 'M' } as const

  it("is the same without a root as with the pack's", () => {
    expect(JSON.stringify(sceneAt({ root: '330800', region: '330881' }))).toBe(JSON.stringify(sceneAt({ region: '330881' })))
    expect('top' in sceneAt({})).toBe(false)
    expect(SceneAnswer.parse(sceneAt({ root: COUNTY }))).toMatchObject({ root: COUNTY, region: COUNTY, top: '330800' })
  })

  it("has the parts of the region in place of those of the pack's root", () => {
    const members = (root?: string): string[] =>
      observationsFor(sceneAt({ root }), { indicator: 'xxt.members', area: 'children', freq: '_Z' }).map(({ refArea }) => refArea)
    expect(members().toSorted()).toEqual(COUNTIES)
    expect(members(COUNTY).toSorted()).toEqual([...TOWNS])
    expect(areas(observationsFor(sceneAt({ root: COUNTY }), { indicator: 'xxt.members', area: 'root', freq: '_Z' }))).toEqual([COUNTY])
  })

  it.each(['110000', '330000', '330824', '330891'])('is not found at %s, which is unknown, above the root or without parts', (root) => {
    expect(problemOf(() => sceneAt({ root }))).toMatchObject({ status: 404 })
    expect(problemOf(() => sceneAt({ root: COUNTY, region: '110000' }))).toMatchObject({ status: 404 })
  })

  it('tells the nearest wider figure where the region has none with a value, up to the root', () => {
    const toldOf = (from: Snapshot, input: Parameters<typeof sceneAt>[0]): string[] => areas(observationsFor(sceneAt(input, from), need))
    expect(toldOf(deep, { root: COUNTY, region: '330892' })).toEqual(['330892'])
    expect(toldOf(without('330892'), { root: COUNTY, region: '330892' })).toEqual([COUNTY])
    expect(toldOf(without('330892', COUNTY), { root: COUNTY, region: '330892' })).toEqual(['330800'])
    expect(toldOf(without(COUNTY), { region: COUNTY })).toEqual(['330800'])
    // Nothing anywhere: its own missing months stay what they are.
    expect(toldOf(without('330892', COUNTY, '330800'), { root: COUNTY, region: '330892' })).toEqual(['330892'])
  })

  it("falls back for the root below the pack's, never for the parts", () => {
    const answer = sceneAt({ root: COUNTY })
    expect(areas(observationsFor(answer, { indicator: 'qq.sessions', area: 'root', freq: '_Z' }))).toEqual(['330800'])
    expect(observationsFor(answer, { indicator: 'qq.sessions', area: 'children', freq: '_Z' })).toEqual([])
  })

  it('is met on the screen as it was on the server', () => {
    for (const input of [{ root: COUNTY }, { root: COUNTY, region: '330892' }, { region: COUNTY }]) {
      const answer = sceneAt(input)
      const context = { ...contextOf(deep, answer.region), root: answer.root, top: '330800' }
      for (const { needs } of answer.scene.panels) for (const one of needs) expect(observationsFor(answer, one)).toEqual(observationsFor(context, one))
    }
  })
})
