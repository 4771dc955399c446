import { closesOn } from '#contract/bound.ts'
import { sumDecimals } from '#contract/decimal.ts'
import type { ObservationInput } from '#contract/observation.ts'
import { countyCodes, type DemoInputs, demoObservation, publishedTotal, unscaled, wholeScope } from './inputs.ts'
import type { Split } from './spec.ts'

const isSummed = ({ indicators }: DemoInputs, id: string): boolean => indicators.some((indicator) => indicator.id === id && indicator.aggregation === 'sum')

/** Each county's value of a split, unscaled. @throws Error when a county is missing from the spec. */
export function splitValues(inputs: DemoInputs, split: Split): string[] {
  return countyCodes(inputs).map((code) => {
    const printed = split.values[code]
    if (printed === undefined) throw new Error(`demo-spec.json：${split.indicator} 缺 ${code}`)
    return unscaled(printed, split.scale)
  })
}

function checkSum(inputs: DemoInputs, split: Split, total: ObservationInput): void {
  const problem = isSummed(inputs, split.indicator) ? closesOn(total, sumDecimals(splitValues(inputs, split))) : null
  if (problem !== null) throw new Error(`demo-spec.json：${split.indicator} 分县与已发布数不合：${problem}`)
}

/** The city's published total, drawn by county for the same period. */
export function splitObservations(inputs: DemoInputs, split: Split): ObservationInput[] {
  const total = publishedTotal(inputs, split.indicator)
  checkSum(inputs, split, total)
  const { indicator, timePeriod, periodText } = total
  const { scale, note } = split
  const values = splitValues(inputs, split)
  return countyCodes(inputs).map((refArea, index) => {
    const scope = split.ownScope === true ? total.scope : wholeScope(inputs, refArea)
    return demoObservation({ indicator, refArea, scope, timePeriod, periodText, obsValue: values[index] ?? null, scale, note })
  })
}
