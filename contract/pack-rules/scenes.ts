import type { PackDocument } from '#contract/pack.ts'
import type { Need, Panel, Scene } from '#contract/scene.ts'
import { indicatorsIn } from '#contract/template.ts'
import { type Finding, repeated, unless } from './finding.ts'

const NAMED_AREAS: ReadonlySet<string> = new Set(['root', 'children', 'self'])

function needFindings({ info, indicators, regions }: PackDocument, need: Need, path: string): Finding[] {
  const area = NAMED_AREAS.has(need.area) || regions.some(({ code }) => code === need.area)
  return [
    ...unless(
      indicators.some(({ id }) => id === need.indicator),
      `${path}.indicator`,
      `没有这个指标 ${need.indicator}`
    ),
    ...unless(area, `${path}.area`, `没有这个地区 ${need.area}`),
    ...unless(need.by === undefined || info.codeLists.some(({ dimension }) => dimension === need.by), `${path}.by`, `没有 ${need.by} 的代码表`)
  ]
}

/** A line states what it names of the root, by figures that the pack knows. */
const lineFindings = ({ indicators }: PackDocument, line: string | undefined, path: string): Finding[] =>
  indicatorsIn(line ?? '').flatMap((named) =>
    unless(
      indicators.some(({ id }) => id === named),
      path,
      `没有这个指标 ${named}`
    )
  )

const briefFindings = (document: PackDocument, { id, brief }: Scene): Finding[] => [
  ...lineFindings(document, brief?.headline, `scenes[${id}].brief.headline`),
  ...lineFindings(document, brief?.standfirst, `scenes[${id}].brief.standfirst`)
]

function panelFindings(document: PackDocument, scene: Scene, panel: Panel): Finding[] {
  const path = `scenes[${scene.id}].panels[${panel.id}]`
  const stands = panel.standsInFor
  const other = stands === undefined || (stands !== panel.id && scene.panels.some(({ id }) => id === stands))
  return [
    ...panel.needs.flatMap((need, index) => needFindings(document, need, `${path}.needs[${index}]`)),
    ...lineFindings(document, panel.caption?.statement, `${path}.caption.statement`),
    ...unless(other, `${path}.standsInFor`, `本场景没有另一个面板叫 ${stands}`)
  ]
}

export const sceneFindings = (document: PackDocument): Finding[] => [
  ...repeated(
    document.scenes.map(({ id }) => id),
    (id) => `scenes[${id}]`,
    '场景编号重复'
  ),
  ...document.scenes.flatMap((scene) => [
    ...repeated(
      scene.panels.map(({ id }) => id),
      (id) => `scenes[${scene.id}].panels[${id}]`,
      '面板编号重复'
    ),
    ...briefFindings(document, scene),
    ...scene.panels.flatMap((panel) => panelFindings(document, scene, panel))
  ])
]
