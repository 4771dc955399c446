import type { Feature } from '#contract/pack.ts'
import { childrenOf } from '#contract/snapshot.ts'
import { addressOf, withQuery } from '#tests/conformance/addresses.ts'
import { boundariesOf, packOf, regionsOf, type Context } from '#tests/conformance/context.ts'
import { sameJson, unless, within } from '#tests/conformance/findings.ts'
import type { Finding, Rule } from '#tests/conformance/rule.ts'
import { positionsOf, ringsOf } from './geometry.ts'
import { positionFault, ringFault } from './rings.ts'

interface Map {
  readonly code: string
  readonly features: readonly Feature[]
}

async function maps(context: Context): Promise<Map[]> {
  return Promise.all((await regionsOf(context)).map(async ({ code }) => ({ code, features: (await boundariesOf(context, code)).features })))
}

const areasIn = ({ code, features }: Map): Feature[] => features.filter(({ properties }) => properties.kind === 'area' && properties.parent === code)
const codesIn = (map: Map): string[] => areasIn(map).map(({ properties }) => properties.code ?? '')

async function children(context: Context): Promise<Finding[]> {
  const [{ info }, regions] = [await packOf(context), await regionsOf(context)]
  return (await maps(context)).flatMap((map) => {
    const [path, codes, own] = [within(addressOf.boundaries(map.code), 'features'), codesIn(map), childrenOf(regions, map.code)]
    const missing = map.code === info.root ? own.filter(({ code }) => !codes.includes(code)) : []
    return [
      ...missing.map(({ code, name }) => ({ path, rule: `没有 ${name} 的区域`, value: code })),
      ...codes.filter((code, index) => codes.indexOf(code) !== index).map((code) => ({ path, rule: '同一地区有两个区域', value: code })),
      ...codes.filter((code) => !own.some((region) => region.code === code)).map((code) => ({ path, rule: '不是下级地区', value: code }))
    ]
  })
}

const named = ({ properties }: Feature): string => `features[${properties.kind} ${properties.code ?? properties.name ?? properties.order ?? ''}]`

function geometryFindings({ code, features }: Map): Finding[] {
  return features.flatMap((feature) => {
    const path = within(addressOf.boundaries(code), `${named(feature)}.geometry`)
    const faults = [
      ...positionsOf(feature.geometry).flatMap((position) => positionFault(position) ?? []),
      ...ringsOf(feature.geometry).flatMap((ring) => ringFault(ring) ?? [])
    ]
    return faults.slice(0, 1).map(({ rule, value }) => ({ path, rule, value }))
  })
}

const surface = ({ code, features }: Map): Finding[] =>
  features
    .filter(({ properties, geometry }) => properties.kind === 'area' && ringsOf(geometry).length === 0)
    .map((feature) => ({ path: within(addressOf.boundaries(code), named(feature)), rule: '区域须为 Polygon 或 MultiPolygon', value: feature.geometry.type }))

const rings = async (context: Context): Promise<Finding[]> => (await maps(context)).flatMap((map) => [...surface(map), ...geometryFindings(map)])

/** The context surrounds the areas and leaves them as they are. */
async function context(run: Context): Promise<Finding[]> {
  const { root } = (await packOf(run)).info
  const path = withQuery(addressOf.boundaries(root), { context: '1' })
  const { features } = await run.read('boundaries', path)
  const plain = { code: root, features: (await boundariesOf(run, root)).features }
  return [
    ...unless(sameJson(areasIn({ code: root, features }), areasIn(plain)), path, '区域须与不带 context 时相同'),
    ...geometryFindings({ code: root, features: features.filter(({ properties }) => properties.kind !== 'area') }),
    ...unless(
      plain.features.every(({ properties }) => properties.kind === 'area'),
      addressOf.boundaries(root),
      '不带 context=1 时只有区域'
    )
  ]
}

export const boundaryRules: readonly Rule[] = [
  { id: 'map.children', title: '每个下级地区一个区域', check: children },
  { id: 'map.ring', title: '边界闭合、不相交、在经纬度之内', check: rings },
  { id: 'map.context', title: '周边轮廓只作陪衬', needs: 'queries', check: context }
]
