import { indicatorFindings, infoFindings, regionFindings } from '#contract/pack-rules/document.ts'
import type { Finding as PackFinding, PackInput } from '#contract/pack-rules/finding.ts'
import { sceneFindings } from '#contract/pack-rules/scenes.ts'
import type { Context } from '#tests/conformance/context.ts'
import { documentOf } from '#tests/conformance/document.ts'
import { within } from '#tests/conformance/findings.ts'
import type { Finding, Rule } from '#tests/conformance/rule.ts'
import { figureCodes, figureReferences } from './figures.ts'

type Check = (document: PackInput['document']) => PackFinding[]

/** The pack's own rules, held against the pack as the answers give it. */
const fromPack =
  (address: string, check: Check, scenes = false) =>
  async (context: Context): Promise<Finding[]> => {
    const { document } = await documentOf(context, { scenes })
    return check(document).map(({ path, rule }) => ({ path: within(address, path), rule }))
  }

export const referenceRules: readonly Rule[] = [
  { id: 'ref.figure', title: '数的指标、地区、来源都有', check: figureReferences },
  { id: 'ref.code', title: '分组的代码都在代码表里', check: figureCodes },
  { id: 'ref.region', title: '地区的上级都有', check: fromPack('/api/v1/regions', regionFindings) },
  { id: 'ref.indicator', title: '指标引用的主题和指标都有', check: fromPack('/api/v1/indicators', indicatorFindings) },
  { id: 'ref.scene', title: '场景要的指标、地区、面板都有', check: fromPack('/api/v1/scenes', sceneFindings, true) },
  { id: 'ref.pack', title: '部署信息引用的都有', check: fromPack('/api/v1/pack', infoFindings, true) }
]
