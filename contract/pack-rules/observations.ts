import { compareDecimal, isDecimal } from '#contract/decimal.ts'
import { observationKey, type ObservationInput, VALUELESS } from '#contract/observation.ts'
import type { PackDocument } from '#contract/pack.ts'
import { type Finding, observationPath, type PackInput, repeated, unless } from './finding.ts'

function references(document: PackDocument, o: ObservationInput): Finding[] {
  const path = observationPath(o)
  return [
    ...unless(
      document.indicators.some(({ id }) => id === o.indicator),
      `${path}.indicator`,
      `没有这个指标 ${o.indicator}`
    ),
    ...unless(
      document.regions.some(({ code }) => code === o.refArea),
      `${path}.refArea`,
      `没有这个地区 ${o.refArea}`
    ),
    ...unless(
      document.info.sources.some(({ id }) => id === o.source),
      `${path}.source`,
      `没有这个来源 ${o.source}`
    )
  ]
}

function codes({ info }: PackDocument, o: ObservationInput): Finding[] {
  return Object.entries(o.breakdown ?? {}).flatMap(([dimension, code]) => {
    const list = info.codeLists.find((candidate) => candidate.dimension === dimension)
    const path = `${observationPath(o)}.breakdown.${dimension}`
    if (list === undefined) return [{ path, rule: `没有 ${dimension} 的代码表` }]
    return unless(
      list.codes.some((entry) => entry.code === code),
      path,
      `代码表里没有 ${code}`
    )
  })
}

function value(o: ObservationInput): Finding[] {
  const empty = VALUELESS.has(o.obsStatus)
  if (empty === (o.obsValue === null)) return []
  const rule = empty ? `状态 ${o.obsStatus} 没有值，obsValue 须为 null` : `状态 ${o.obsStatus} 须有值；缺报写 O，不写 0 也不留空`
  return [{ path: `${observationPath(o)}.obsValue`, rule }]
}

/** A number, or one of the codes of the indicator's value list: a code is no number and can be neither rounded nor scaled. */
function kind({ info, indicators }: PackDocument, o: ObservationInput): Finding[] {
  if (o.obsValue === null) return []
  const path = observationPath(o)
  const dimension = indicators.find(({ id }) => id === o.indicator)?.valueList
  if (dimension === undefined) return unless(isDecimal(o.obsValue), `${path}.obsValue`, `这个指标的值须为十进制数字，不能是代码 ${o.obsValue}`)
  const list = info.codeLists.find((candidate) => candidate.dimension === dimension)
  const known = list === undefined || list.codes.some(({ code }) => code === o.obsValue)
  return [
    ...unless(known, `${path}.obsValue`, `代码表 ${dimension} 里没有 ${o.obsValue}`),
    ...unless(o.bound === 'exact' && o.scale === 1, `${path}.bound`, '值为代码的数，bound 须为 exact，scale 须为 1')
  ]
}

function range(o: ObservationInput): Finding[] {
  const path = `${observationPath(o)}.obsValueHigh`
  if (o.bound !== 'range') return unless(o.obsValueHigh === undefined, path, '只有区间才有上限')
  if (o.obsValue === null || !isDecimal(o.obsValue)) return []
  return unless(o.obsValueHigh !== undefined && compareDecimal(o.obsValueHigh, o.obsValue) > 0, path, '区间的上限须大于下限')
}

const QUALIFIED: ReadonlySet<ObservationInput['bound']> = new Set(['over', 'atLeast', 'nearly', 'magnitude'])

/** The phrase is composed from these three; a bound without its word would print a figure as exact. */
function phrase(o: ObservationInput): Finding[] {
  const path = observationPath(o)
  return [
    ...unless(
      o.obsValue === null || QUALIFIED.has(o.bound) === (o.qualifier !== undefined),
      `${path}.qualifier`,
      QUALIFIED.has(o.bound) ? `bound 为 ${o.bound} 须有限定词` : `bound 为 ${o.bound} 不能有限定词`
    ),
    ...unless((o.bound === 'magnitude') === (o.scale === 10_000_000), `${path}.scale`, '只有 magnitude 用千万（10000000），magnitude 也只用千万')
  ]
}

const SERIES_PERIOD: Partial<Record<ObservationInput['freq'], RegExp>> = { A: /^\d{4}$/, M: /^\d{4}-\d{2}$/, D: /^\d{4}-\d{2}-\d{2}$/ }

/** A series counts single years, months or days; `../2022-10` in a monthly series would hide the total behind a month. */
const frequency = (o: ObservationInput): Finding[] =>
  unless(SERIES_PERIOD[o.freq]?.test(o.timePeriod) ?? true, `${observationPath(o)}.timePeriod`, `freq 为 ${o.freq} 的时期须为单个年、月或日`)

/** A share of a whole lies between 0 and 100. */
function percent(document: PackDocument, o: ObservationInput): Finding[] {
  const unit = document.indicators.find(({ id }) => id === o.indicator)?.unitMeasure
  const inside =
    unit !== '%' || o.obsValue === null || !isDecimal(o.obsValue) || (compareDecimal(o.obsValue, '0') >= 0 && compareDecimal(o.obsValue, '100') <= 0)
  return unless(inside, `${observationPath(o)}.obsValue`, '百分比须在 0 到 100 之间')
}

/** A demo figure says so twice, so that neither its origin nor its source can pass it off as published. */
const demo = (o: ObservationInput): Finding[] =>
  unless((o.origin === 'demo') === (o.source === 'demo'), `${observationPath(o)}.origin`, '演示数据的 origin 与 source 须同为 demo')

const one = (document: PackDocument, o: ObservationInput): Finding[] => [
  ...references(document, o),
  ...codes(document, o),
  ...value(o),
  ...kind(document, o),
  ...range(o),
  ...phrase(o),
  ...frequency(o),
  ...percent(document, o),
  ...demo(o)
]

export const observationFindings = ({ document, observations }: PackInput): Finding[] => [
  ...repeated(observations.map(observationKey), (key) => `observations[${key}]`, '同一指标、地区、范围、时期与分组出现了两次'),
  ...observations.flatMap((o) => one(document, o))
]
