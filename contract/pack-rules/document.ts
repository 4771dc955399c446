import type { Indicator } from '#contract/indicator.ts'
import type { PackDocument } from '#contract/pack.ts'
import { changeFindings, compositeFindings } from './composites.ts'
import { type Finding, repeated, unless } from './finding.ts'

function weightedBy(document: PackDocument, indicator: Indicator): Finding[] {
  const path = `indicators[${indicator.id}].weightedBy`
  const known = document.indicators.some(({ id }) => id === indicator.weightedBy)
  if (indicator.aggregation === 'weightedMean') return unless(known, path, '加权平均须写明以哪个指标加权')
  return unless(indicator.weightedBy === undefined, path, '只有加权平均才写加权指标')
}

/** Codes are not added up, and no score is made of them. */
function valueList({ info, indicators }: PackDocument, { id, valueList: dimension, aggregation, seriesScale }: Indicator): Finding[] {
  if (dimension === undefined) return []
  const path = `indicators[${id}]`
  const scored = indicators.find(({ composite: made }) => made?.inputs.some(({ indicator }) => indicator === id))
  return [
    ...unless(
      info.codeLists.some((list) => list.dimension === dimension),
      `${path}.valueList`,
      `没有 ${dimension} 的代码表`
    ),
    ...unless(aggregation === 'none' && seriesScale === 1, `${path}.aggregation`, '值为代码的指标，aggregation 须为 none，seriesScale 须为 1'),
    ...unless(scored === undefined, `${path}.valueList`, `值为代码，不能是 ${scored?.id} 的分项`)
  ]
}

export function indicatorFindings(document: PackDocument): Finding[] {
  const themes = new Set(document.info.themes.map(({ id }) => id))
  return [
    ...repeated(
      document.indicators.map(({ id }) => id),
      (id) => `indicators[${id}]`,
      '指标编号重复'
    ),
    ...document.indicators.flatMap((indicator) => [
      ...unless(themes.has(indicator.theme), `indicators[${indicator.id}].theme`, `没有这个主题 ${indicator.theme}`),
      ...weightedBy(document, indicator),
      ...valueList(document, indicator),
      ...compositeFindings(document, indicator),
      ...changeFindings(document, indicator)
    ])
  ]
}

/** A list for each dimension, each code once, and a split only of numbers. */
function codeListFindings({ info, indicators }: PackDocument): Finding[] {
  const numbers = new Set(indicators.filter(({ valueList }) => valueList === undefined).map(({ id }) => id))
  return [
    ...repeated(
      info.codeLists.map(({ dimension }) => dimension),
      (dimension) => `info.codeLists[${dimension}]`,
      '代码表重复'
    ),
    ...info.codeLists.flatMap(({ dimension, codes, splits = [] }) => [
      ...repeated(
        codes.map(({ code }) => code),
        (code) => `info.codeLists[${dimension}].codes[${code}]`,
        '代码重复'
      ),
      ...splits.flatMap((id) => unless(numbers.has(id), `info.codeLists[${dimension}].splits[${id}]`, `没有取数值的指标 ${id}`))
    ])
  ]
}

export function infoFindings(document: PackDocument): Finding[] {
  const { info, regions, scenes } = document
  const themes = new Set(info.themes.map(({ id }) => id))
  const listed = new Set(info.scenes)
  const stored = new Set(scenes.map(({ id }) => id))
  return [
    ...unless(
      regions.some(({ code }) => code === info.root),
      'info.root',
      `没有这个地区 ${info.root}`
    ),
    ...repeated(
      info.sources.map(({ id }) => id),
      (id) => `info.sources[${id}]`,
      '来源编号重复'
    ),
    ...codeListFindings(document),
    ...info.programmes.flatMap(({ theme, name }) => unless(themes.has(theme), `info.programmes[${name}].theme`, `没有这个主题 ${theme}`)),
    ...info.scenes.flatMap((id) => unless(stored.has(id), `info.scenes[${id}]`, '列出的场景没有文件')),
    ...scenes.flatMap(({ id }) => unless(listed.has(id), `scenes[${id}]`, '场景没有列在 pack.json 的 scenes 里'))
  ]
}

/** Whether a region comes round to itself when its parents are followed. */
function isCircular(parents: ReadonlyMap<string, string | undefined>, code: string): boolean {
  const seen = new Set<string>()
  let current: string | undefined = code
  while (current !== undefined && !seen.has(current)) {
    seen.add(current)
    current = parents.get(current)
  }
  return current !== undefined
}

export function regionFindings({ regions }: PackDocument): Finding[] {
  const parents = new Map(regions.map(({ code, parent }) => [code, parent]))
  return [
    ...repeated(
      regions.map(({ code }) => code),
      (code) => `regions[${code}]`,
      '地区代码重复'
    ),
    ...regions.flatMap(({ code, parent }) => [
      ...unless(parent === undefined || parents.has(parent), `regions[${code}].parent`, `没有上级地区 ${parent}`),
      ...unless(!isCircular(parents, code), `regions[${code}].parent`, '上级地区绕回了自己')
    ])
  ]
}

export function boundaryFindings({ info, regions, boundaries }: PackDocument): Finding[] {
  const areas = new Set(boundaries.features.flatMap(({ properties: { kind, code, parent } }) => (kind === 'area' && parent === info.root ? [code] : [])))
  return regions
    .filter(({ parent }) => parent === info.root)
    .flatMap(({ code, name }) => unless(areas.has(code), `boundaries[${code}]`, `边界文件里没有 ${name} 的区域`))
}
