import * as z from 'zod/mini'
import { isDecimal } from '#contract/decimal.ts'
import { isTimePeriod } from '#contract/period.ts'

export const Freq = z.enum(['A', 'Q', 'M', 'D', '_Z'])
export const Bound = z.enum(['exact', 'over', 'atLeast', 'nearly', 'range', 'magnitude'])
export const Origin = z.enum(['published', 'reported', 'demo'])
/** SDMX CL_OBS_STATUS, the codes this product uses. */
export const ObsStatus = z.enum(['A', 'P', 'E', 'F', 'B', 'O', 'M', 'Q', 'U'])
export const Scale = z.union([z.literal(1), z.literal(1e4), z.literal(1e7), z.literal(1e8)])

export const Qualifier = z.object({
  word: z.string().check(z.minLength(1), z.maxLength(8)),
  place: z.enum(['beforeNumber', 'afterNumber', 'afterScale', 'afterUnit'])
})

const label = z.string().check(z.minLength(1), z.maxLength(120))
const longText = z.string().check(z.minLength(1), z.maxLength(400))
/** A plain decimal string, unscaled; never a float. */
const decimal = z.string().check(z.maxLength(40), z.refine(isDecimal, { error: 'must be a plain decimal string such as 52600000000' }))
const CODE = /^[A-Za-z][\w.-]{0,63}$/
const code = z.string().check(z.regex(CODE, { error: 'must be a code of letters, digits, . _ -' }))
/** Which of the two it has to be, the indicator says; a rule of the pack holds it to that. */
const decimalOrCode = z.string().check(
  z.maxLength(40),
  z.refine((text) => isDecimal(text) || CODE.test(text), { error: 'must be a plain decimal string such as 52600000000, or a code of the value list' })
)

export const IndicatorId = code
export const Dimension = code
export const RegionCode = z.string().check(z.regex(/^\d{6}$/, { error: 'must be a six-digit GB/T 2260 code' }))
export const TimePeriod = z.string().check(z.refine(isTimePeriod, { error: 'must be an ISO 8601 period such as 2022-09, 2020/2022, ../2022-10 or _T' }))

/**
 * One figure with everything it is never shown without. The key is indicator, refArea, scope,
 * timePeriod and breakdown. `obsValue` is null exactly for the statuses O (missing), M (cannot
 * exist) and Q (suppressed). It is a decimal, or a code where the indicator has a value list.
 */
export const ObservationInput = z.strictObject({
  indicator: IndicatorId,
  refArea: RegionCode,
  scope: label,
  timePeriod: TimePeriod,
  periodText: z.optional(label),
  freq: Freq,
  breakdown: z.optional(z.record(code, code)),
  obsValue: z.nullable(decimalOrCode),
  obsValueHigh: z.optional(decimal),
  bound: Bound,
  qualifier: z.optional(Qualifier),
  scale: Scale,
  obsStatus: ObsStatus,
  origin: Origin,
  source: label,
  note: z.optional(longText),
  /** Why its parts (areas, months, days, codes) do not add up to it: said on the screen in place of closing. */
  sumNote: z.optional(longText)
})

export const Observation = z.object({ ...ObservationInput.shape, release: z.int().check(z.positive()) })

export type ObservationInput = z.infer<typeof ObservationInput>
export type Observation = z.infer<typeof Observation>
export type Qualifier = z.infer<typeof Qualifier>
export type Bound = z.infer<typeof Bound>
export type Origin = z.infer<typeof Origin>
export type ObsStatus = z.infer<typeof ObsStatus>
export type Freq = z.infer<typeof Freq>

/** Statuses under which there is no value. */
export const VALUELESS: ReadonlySet<ObsStatus> = new Set(['O', 'M', 'Q'])

export const hasValue = (o: Pick<ObservationInput, 'obsValue' | 'obsStatus'>): boolean => o.obsValue !== null && !VALUELESS.has(o.obsStatus)

const breakdownKey = (breakdown: Record<string, string> = {}): string =>
  Object.keys(breakdown)
    .toSorted()
    .map((dimension) => `${dimension}=${breakdown[dimension]}`)
    .join(',')

/** The identity of an observation across releases; starts with refArea so that a store can split by area. */
export const observationKey = (o: Pick<ObservationInput, 'indicator' | 'refArea' | 'scope' | 'timePeriod' | 'breakdown'>): string =>
  [o.refArea, o.indicator, o.scope, o.timePeriod, breakdownKey(o.breakdown)].join('|')
