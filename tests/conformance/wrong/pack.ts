import type { EndpointAnswer } from '#contract/endpoints.ts'
import type { Feature } from '#contract/pack.ts'
import { changed, rewrite, type Change } from '#tests/conformance/changed.ts'
import type { WrongServer } from '#tests/conformance/wrong-servers.ts'

const wrong = (name: string, fails: readonly string[], ...changes: readonly Change[]): WrongServer => ({
  name,
  fails,
  make: (right) => changed(right, ...changes)
})

const without = '330803'

/** The first area's first ring, as it should not be. */
const ring = (edit: (points: number[][]) => number[][]): Change =>
  rewrite('boundaries', (body) => ({ ...body, features: body.features.map((feature, index) => (index === 0 ? withRing(feature, edit) : feature)) }))

function withRing(feature: Feature, edit: (points: number[][]) => number[][]): Feature {
  if (feature.geometry.type !== 'Polygon') return feature
  return { ...feature, geometry: { ...feature.geometry, coordinates: feature.geometry.coordinates.map(edit) } }
}

const swapped = (points: number[][]): number[][] => points.map((point, index) => points[index === 1 ? 2 : index === 2 ? 1 : index] ?? point)

type SceneOf = EndpointAnswer<'scene'>['scene']

const scene = (edit: (scene: SceneOf) => unknown): Change => rewrite('scene', (body) => ({ ...body, scene: edit(body.scene) }))
const unknownNeed = ({ panels, ...rest }: SceneOf): object => ({
  ...rest,
  panels: panels.map((panel) => ({ ...panel, needs: [...panel.needs, { indicator: 'no.such', area: 'root', freq: '_Z' }] }))
})

export const wrongPack: readonly WrongServer[] = [
  wrong(
    'wrong type',
    ['shape.regions'],
    rewrite('regions', (body) => ({ ...body, regions: body.regions.map((region) => ({ ...region, code: Number(region.code) })) }))
  ),
  wrong(
    'no title',
    ['shape.pack'],
    rewrite('pack', ({ info: { title: _title, ...info }, ...body }) => ({ ...body, info }))
  ),
  wrong(
    'milestones left out',
    ['shape.scene'],
    rewrite('scene', ({ milestones: _milestones, ...body }) => body)
  ),
  wrong(
    'scenes as a map',
    ['shape.scenes'],
    rewrite('scenes', (body) => ({ ...body, scenes: Object.fromEntries(body.scenes.map(({ id, title }) => [id, title])) }))
  ),
  wrong(
    'boundaries as TopoJSON',
    ['shape.boundaries'],
    rewrite('boundaries', () => ({ type: 'Topology', objects: {}, arcs: [] }))
  ),
  wrong(
    'another major version',
    ['shape.version'],
    rewrite('version', (body) => ({ ...body, api: 'v2' }))
  ),
  wrong(
    'missing region',
    ['ref.figure', 'sum.children', 'map.children'],
    rewrite('regions', (body) => ({ ...body, regions: body.regions.filter(({ code }) => code !== without) }))
  ),
  wrong(
    'a parent that is not there',
    ['ref.region'],
    rewrite('regions', (body) => ({ ...body, regions: body.regions.map((region) => (region.code === '330800' ? { ...region, parent: '330000' } : region)) }))
  ),
  wrong(
    'an indicator of no theme',
    ['ref.indicator'],
    rewrite('indicators', (body) => ({ ...body, indicators: body.indicators.map((indicator) => ({ ...indicator, theme: 'nothing' })) }))
  ),
  wrong(
    'a programme of no theme',
    ['ref.pack'],
    rewrite('pack', (body) => ({ ...body, info: { ...body.info, programmes: [{ theme: 'nothing', name: '无' }] } }))
  ),
  wrong('a scene that needs an unknown indicator', ['ref.scene', 'scene.self'], scene(unknownNeed)),
  wrong(
    'a scene that nothing lists',
    ['scene.list'],
    rewrite('scenes', (body) => ({ ...body, scenes: [...body.scenes, { id: 'other', title: '别的' }] }))
  ),
  wrong(
    'a scene of another root',
    ['scene.root'],
    rewrite('scene', (body) => ({ ...body, root: '330802' }))
  ),
  wrong(
    'a scene without its indicators',
    ['scene.self'],
    rewrite('scene', (body) => ({ ...body, indicators: [] }))
  ),
  wrong(
    'the region ignored',
    ['scene.region'],
    rewrite('scene', (body, { url }) => (url.searchParams.has('region') ? { ...body, region: '330800' } : body))
  ),
  wrong(
    'a county without a shape',
    ['map.children'],
    rewrite('boundaries', (body) => ({ ...body, features: body.features.slice(1) }))
  ),
  wrong(
    'a county twice',
    ['map.children'],
    rewrite('boundaries', (body) => ({ ...body, features: [...body.features, ...body.features.slice(0, 1)] }))
  ),
  wrong(
    'an open ring',
    ['map.ring'],
    ring((points) => points.slice(0, -1))
  ),
  wrong('a ring that crosses itself', ['map.ring'], ring(swapped)),
  wrong(
    'metres for degrees',
    ['map.ring'],
    ring((points) => points.map(([x = 0, y = 0]) => [x * 111_000, y * 111_000]))
  ),
  wrong(
    'a context that moves the areas',
    ['map.context'],
    rewrite('boundaries', (body, { url }) => (url.searchParams.get('context') === '1' ? { ...body, features: body.features.toReversed() } : body))
  )
]
