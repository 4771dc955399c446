import type { SceneAnswer } from '#contract/endpoints.ts'
import { observationKey, type Observation } from '#contract/observation.ts'
import { canEnter } from '#contract/region-tree.ts'
import { childrenOf, observationsFor } from '#contract/snapshot.ts'
import { addressOf, withQuery } from '#tests/conformance/addresses.ts'
import { indicatorsOf, observationsOf, packOf, regionsOf, scenesOf, type Context } from '#tests/conformance/context.ts'
import { sameJson, unless, within } from '#tests/conformance/findings.ts'
import { NothingToCheck, type Finding, type Rule } from '#tests/conformance/rule.ts'

const pathOf = ({ scene }: SceneAnswer, place: string): string => within(addressOf.scene(scene.id), place)

/** The same scenes in /pack, in its list of scenes, and in /scenes. */
async function listed(context: Context): Promise<Finding[]> {
  const { info, scenes } = await packOf(context)
  const { scenes: directory } = await context.read('scenes', addressOf.scenes)
  const answered = (await scenesOf(context)).map(({ scene }) => scene.id)
  const [ids, listedIds] = [scenes.map(({ id }) => id).toSorted(), directory.map(({ id }) => id).toSorted()]
  return [
    ...unless(sameJson(ids, info.scenes.toSorted()), `${addressOf.pack} → scenes`, `须与 info.scenes 相同：${info.scenes.join('、')}`, ids.join('、')),
    ...unless(sameJson(ids, listedIds), `${addressOf.scenes} → scenes`, `须与部署信息里的相同：${ids.join('、')}`, listedIds.join('、')),
    ...scenes.flatMap(({ id }, index) => unless(answered[index] === id, within(addressOf.scene(id), 'scene.id'), `须为 ${id}`, answered[index]))
  ]
}

/** All that the panels draw, computed from the full answers as the contract says. */
async function drawn(context: Context, answer: SceneAnswer): Promise<Observation[]> {
  const all = {
    regions: await regionsOf(context),
    indicators: await indicatorsOf(context),
    root: answer.root,
    top: (await packOf(context)).info.root,
    region: answer.region,
    observations: await observationsOf(context)
  }
  return [...new Set(answer.scene.panels.flatMap(({ needs }) => needs.flatMap((need) => observationsFor(all, need))))]
}

const byKey = (observations: readonly Observation[]): ReadonlyMap<string, Observation> => new Map(observations.map((o) => [observationKey(o), o]))

/** Each figure that a panel needs is there, and each that is there is the one that /observations gives. */
async function completeness(context: Context, answer: SceneAnswer): Promise<Finding[]> {
  const [has, all] = [byKey(answer.observations), byKey(await observationsOf(context))]
  const missing = (await drawn(context, answer)).filter((o) => !has.has(observationKey(o)))
  return [
    ...missing.map((o) => ({ path: pathOf(answer, `observations[${observationKey(o)}]`), rule: '面板要用的数，场景里没有' })),
    ...[...has].flatMap(([key, o]) =>
      unless(sameJson(o, all.get(key)), pathOf(answer, `observations[${key}]`), `须与 ${addressOf.observations} 里的相同`, o.obsValue)
    )
  ]
}

function selfContained(answer: SceneAnswer): Finding[] {
  const indicators = new Set(answer.indicators.map(({ id }) => id))
  const sources = new Set(answer.sources.map(({ id }) => id))
  const regions = new Set(answer.regions.map(({ code }) => code))
  const needed = new Set([
    ...answer.observations.map(({ indicator }) => indicator),
    ...answer.scene.panels.flatMap(({ needs }) => needs.map(({ indicator }) => indicator))
  ])
  const absent = (place: string, ids: Iterable<string>, known: ReadonlySet<string>): Finding[] =>
    [...new Set(ids)].flatMap((id) => unless(known.has(id), pathOf(answer, place), '场景自带的内容里缺少', id))
  return [
    ...absent('indicators', needed, indicators),
    ...absent(
      'sources',
      answer.observations.map(({ source }) => source),
      sources
    ),
    ...absent('regions', [answer.root, answer.region, ...answer.observations.map(({ refArea }) => refArea)], regions)
  ]
}

async function identity(context: Context, answer: SceneAnswer): Promise<Finding[]> {
  const { info } = await packOf(context)
  return [
    ...unless(answer.root === info.root, pathOf(answer, 'root'), `须为 ${info.root}`, answer.root),
    ...unless(answer.region === info.root, pathOf(answer, 'region'), `没有指定地区时为 ${info.root}`, answer.region)
  ]
}

const eachScene =
  (check: (context: Context, answer: SceneAnswer) => Promise<Finding[]>) =>
  async (context: Context): Promise<Finding[]> =>
    (await Promise.all((await scenesOf(context)).map((answer) => check(context, answer)))).flat()

/** Seen from a child, `self` means the child, and nothing else changes. */
async function fromRegion(context: Context): Promise<Finding[]> {
  const { info, scenes } = await packOf(context)
  const [child] = childrenOf(await regionsOf(context), info.root)
  if (child === undefined) throw new NothingToCheck('没有下级地区')
  const answers = await Promise.all(scenes.map(({ id }) => context.read('scene', withQuery(addressOf.scene(id), { region: child.code }))))
  const findings = answers.map(async (answer) => [
    ...unless(answer.region === child.code, pathOf(answer, 'region'), `?region=${child.code} 须得到这个地区`, answer.region),
    ...(await completeness(context, answer))
  ])
  const below = await fromBelow(
    context,
    scenes.map(({ id }) => id)
  )
  return [...(await Promise.all(findings)).flat(), ...below]
}

/** A level down, where there is one, the parts are those of the region, and what it has no figure for is told of the next wider one that has. */
async function fromBelow(context: Context, scenes: readonly string[]): Promise<Finding[]> {
  const [{ info }, regions] = [await packOf(context), await regionsOf(context)]
  const below = childrenOf(regions, info.root).find(({ code }) => canEnter(regions, code))
  if (below === undefined) return []
  const answers = await Promise.all(scenes.map((id) => context.read('scene', withQuery(addressOf.scene(id), { root: below.code }))))
  const findings = answers.map(async (answer) => [
    ...unless(answer.root === below.code, pathOf(answer, 'root'), `?root=${below.code} 须得到这个地区`, answer.root),
    ...unless(answer.region === below.code, pathOf(answer, 'region'), `没有指定地区时为 ${below.code}`, answer.region),
    ...unless(answer.top === info.root, pathOf(answer, 'top'), `须为 ${info.root}`, answer.top),
    ...(await completeness(context, answer))
  ])
  return (await Promise.all(findings)).flat()
}

/** By itself a panel is the one that its scene has, with its figures and no other value of them. */
async function alone(context: Context, answer: SceneAnswer): Promise<Finding[]> {
  const findings = answer.scene.panels.map(async (panel) => {
    const path = addressOf.panel(`${answer.scene.id}/${panel.id}`)
    const single = await context.read('panel', path)
    const found = single.scene.panels.map(({ id }) => id).join('、')
    const whole = { ...answer, scene: { ...answer.scene, panels: [panel] } }
    return [
      ...unless(found === panel.id, within(path, 'scene.panels'), `须只有 ${panel.id}`, found),
      ...(await completeness(context, { ...single, scene: whole.scene })).map((finding) => ({ ...finding, path: within(path, finding.path) }))
    ]
  })
  return (await Promise.all(findings)).flat()
}

export const sceneRules: readonly Rule[] = [
  { id: 'scene.list', title: '各处列出的场景相同', check: listed },
  { id: 'scene.root', title: '场景是关于根地区的', check: eachScene(identity) },
  { id: 'scene.complete', title: '场景带齐面板要用的数，且与数据接口相同', check: eachScene(completeness) },
  { id: 'scene.self', title: '场景自带指标、来源、地区的说明', check: eachScene(async (_context, answer) => selfContained(answer)) },
  { id: 'scene.panel', title: '单个面板的数与数据接口相同', check: eachScene(alone) },
  { id: 'scene.region', title: '场景可以换一个地区看', needs: 'queries', check: fromRegion }
]
