import { compareDecimal } from '#contract/decimal.ts'
import { observationKey, type ObservationInput, VALUELESS } from '#contract/observation.ts'
import type { PackDocument } from '#contract/pack.ts'
import { type Finding, observationPath, type PackInput, repeated, unless } from './finding.ts'

function references(document: PackDocument, o: ObservationInput): Finding[] {
  const path = observationPath(o)
  return [
    ...unless(document.indicators.some(({ id }) => id === o.indicator), `${path}.indicator`, `没有这个指标 ${o.indicator}`),
    ...unless(document.regions.some(({ code }) => code === o.refArea), `${path}.refArea`, `没有这个地区 ${o.refArea}`),
    ...unless(document.info.sources.some(({ id }) => id === o.source), `${path}.source`, `没有这个来源 ${o.source}`)
  ]
}

function codes({ info }: PackDocument, o: ObservationInput): Finding[] {
  return Object.entries(o.breakdown ?? {}).flatMap(([dimension, code]) => {
    const list = info.codeLists.find((candidate) => candidate.dimension === dimension)
    const path = `${observationPath(o)}.breakdown.${dimension}`
    if (list === undefined) return [{ path, rule: `没有 ${dimension} 的代码表` }]
    return unless(list.codes.some((entry) => entry.code === code), path, `代码表里没有 ${code}`)
  })
}

function value(o: ObservationInput): Finding[] {
  const empty = VALUELESS.has(o.obsStatus)
  if (empty === (o.obsValue === null)) return []
  const rule = empty ? `状态 ${o.obsStatus} 没有值，obsValue 须为 null` : `状态 ${o.obsStatus} 须有值；缺报写 O，不写 0 也不留空`
  return [{ path: `${observationPath(o)}.obsValue`, rule }]
}

function range(o: ObservationInput): Finding[] {
  const path = `${observationPath(o)}.obsValueHigh`
  if (o.bound !== 'range') return unless(o.obsValueHigh === undefined, path, '只有区间才有上限')
  if (o.obsValue === null) return []
  return unless(o.obsValueHigh !== undefined && compareDecimal(o.obsValueHigh, o.obsValue) > 0, path, '区间的上限须大于下限')
}

/** A demo figure says so twice, so that neither its origin nor its source can pass it off as published. */
const demo = (o: ObservationInput): Finding[] => unless((o.origin === 'demo') === (o.source === 'demo'), `${observationPath(o)}.origin`, '演示数据的 origin 与 source 须同为 demo')

const one = (document: PackDocument, o: ObservationInput): Finding[] => [...references(document, o), ...codes(document, o), ...value(o), ...range(o), ...demo(o)]

export const observationFindings = ({ document, observations }: PackInput): Finding[] => [
  ...repeated(observations.map(observationKey), (key) => `observations[${key}]`, '同一指标、地区、范围、时期与分组出现了两次'),
  ...observations.flatMap((o) => one(document, o))
]
