import { compositeWith } from '#contract/changes.ts'
import { compareDecimal, sumDecimals } from '#contract/decimal.ts'
import type { Composite, CompositeInput, Indicator } from '#contract/indicator.ts'
import type { PackDocument } from '#contract/pack.ts'
import { type Finding, observationPath, type PackInput, repeated, unless } from './finding.ts'

const isPositive = (decimal: string): boolean => compareDecimal(decimal, '0') > 0

/** A target of nothing is reached by nobody, and a range of one point has no way. */
function normalisationFindings({ normalisation, direction }: CompositeInput, path: string): Finding[] {
  if (normalisation === undefined) return unless(direction !== 'down', `${path}.direction`, '越低越好的分项须写明折算办法 normalisation')
  const own = `${path}.normalisation`
  return [
    ...unless(isPositive(normalisation.cap), `${own}.cap`, `封顶分须大于 0：${normalisation.cap}`),
    ...(normalisation.method === 'target'
      ? unless(isPositive(normalisation.target), `${own}.target`, `目标值须大于 0：${normalisation.target}`)
      : unless(
          compareDecimal(normalisation.low, normalisation.high) < 0,
          `${own}.low`,
          `下限须小于上限：${normalisation.low}，${normalisation.high}；越低越好写 direction 为 down`
        ))
  ]
}

const isReported = ({ composite, changeOf }: Indicator): boolean => composite === undefined && changeOf === undefined

function inputFindings({ indicators }: PackDocument, id: string, input: CompositeInput, path: string): Finding[] {
  const found = indicators.find((indicator) => indicator.id === input.indicator)
  const usable = found !== undefined && input.indicator !== id
  return [
    ...unless(usable, path, `没有这个分项指标 ${input.indicator}`),
    ...unless(!usable || isReported(found), path, '分项须是填报的指标，不能是综合得分或增减'),
    ...unless(isPositive(input.weight), `${path}.weight`, `权重须大于 0：${input.weight}`),
    ...normalisationFindings(input, path)
  ]
}

const HUNDRED = '100'

const weightFindings = ({ inputs }: Composite, path: string): Finding[] => {
  const weights = inputs.map(({ weight }) => weight)
  return unless(compareDecimal(sumDecimals(weights), HUNDRED) === 0, path, `权重之和须为 100：${weights.join('＋')}`)
}

/** What a published method must hold to: known inputs, each once; weights of 100 in all; scales that lead somewhere; a score of at least one input. */
export function compositeFindings(document: PackDocument, { id, composite }: Indicator): Finding[] {
  if (composite === undefined) return []
  const path = `indicators[${id}].composite`
  const names = composite.inputs.map(({ indicator }) => indicator)
  return [
    ...composite.inputs.flatMap((input) => inputFindings(document, id, input, `${path}.inputs[${input.indicator}]`)),
    ...repeated(names, (input) => `${path}.inputs[${input}]`, '分项重复'),
    ...weightFindings(composite, `${path}.inputs`),
    ...unless(
      composite.maxMissing < composite.inputs.length,
      `${path}.maxMissing`,
      `可缺的项数须少于分项数：${composite.maxMissing}，分项 ${composite.inputs.length} 个`
    )
  ]
}

/** A change is of one score by one method; of an input of two composites nobody could say which. */
export function changeFindings({ indicators }: PackDocument, { id, changeOf, composite }: Indicator): Finding[] {
  if (changeOf === undefined) return []
  const path = `indicators[${id}].changeOf`
  const uses = indicators.filter((indicator) => compositeWith([indicator], changeOf) !== undefined)
  return [
    ...unless(composite === undefined, path, '综合得分不能同时是增减'),
    ...unless(uses.length === 1, path, `须是一个综合得分，或恰好一个综合得分的分项：${changeOf}`)
  ]
}

/** Scores and changes are reckoned by the published method; a stored one could say something else. */
export function computedFindings({ document, observations }: PackInput): Finding[] {
  const computed = new Set(document.indicators.flatMap(({ id, composite, changeOf }) => (composite === undefined && changeOf === undefined ? [] : [id])))
  return observations.flatMap((o) => unless(!computed.has(o.indicator), `${observationPath(o)}.indicator`, `${o.indicator} 由系统按公开办法计算，不能填报`))
}
