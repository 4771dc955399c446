import { compareDecimal, isDecimal } from '#contract/decimal.ts'
import type { Indicator } from '#contract/indicator.ts'
import type { Observation } from '#contract/observation.ts'
import { comparePeriods } from '#contract/period.ts'
import type { Region } from '#contract/region.ts'
import type { WallInterrupt, WallRule } from '#contract/wall.ts'
import { shortPeriodText } from '#format/period.ts'
import { phrase } from '#format/phrase.ts'
import { staleness } from './staleness.ts'

export interface RuleContext {
  readonly observations: readonly Observation[]
  readonly indicators: readonly Indicator[]
  readonly regions: readonly Region[]
  readonly root: string
  /** Epoch milliseconds. */
  readonly now: number
  readonly timeZone: string
}

type Rule<Kind extends WallRule['kind']> = Extract<WallRule, { kind: Kind }>

/** Statuses of what was not handed in; a suppressed value was. */
const UNREPORTED: ReadonlySet<string> = new Set(['O', 'M'])
/** More areas than this are counted and not named. */
const NAMED = 3
const MINUTE = 60_000
const EVERY_MINUTES = 10

/** Undivided figures of an area as a whole: no village's, and no forecast. */
const wholeFigures = ({ observations }: RuleContext, indicator: string, region: Region): Observation[] =>
  observations.filter(
    (o) =>
      o.indicator === indicator &&
      o.refArea === region.code &&
      o.scope === region.wholeScope &&
      o.obsStatus !== 'F' &&
      Object.keys(o.breakdown ?? {}).length === 0
  )

/** `2022-10` as it is; what is no point in time, in words. */
const when = (timePeriod: string): string => (/^\d{4}(-\d\d){0,2}$/.test(timePeriod) ? timePeriod : shortPeriodText(timePeriod))

const isDemo = (observations: readonly Observation[]): boolean => observations.some(({ origin }) => origin === 'demo')

const newestOf = (observations: readonly Observation[]): string | undefined =>
  observations
    .map(({ timePeriod }) => timePeriod)
    .toSorted(comparePeriods)
    .at(-1)

const areasText = (names: readonly string[]): string => (names.length > NAMED ? `${names[0]}等 ${names.length} 地` : names.join('、'))

/** `常山县 2022-10 办理服务事项未报送` */
function missing({ freq }: Rule<'missing'>, indicator: Indicator, context: RuleContext): string | null {
  const children = context.regions.filter(({ parent }) => parent === context.root).toSorted((a, b) => a.code.localeCompare(b.code))
  const figures = children.flatMap((region) => wholeFigures(context, indicator.id, region)).filter((o) => o.freq === (freq ?? indicator.freq))
  const period = newestOf(figures)
  if (period === undefined) return null
  const newest = figures.filter(({ timePeriod }) => timePeriod === period)
  const reported = new Set(newest.filter(({ obsStatus }) => !UNREPORTED.has(obsStatus)).map(({ refArea }) => refArea))
  const names = children.filter(({ code }) => !reported.has(code)).map(({ name }) => name)
  return names.length === 0 ? null : `${areasText(names)} ${when(period)} ${indicator.name}未报送${isDemo(newest) ? '（演示）' : ''}`
}

/** `办理服务事项 晚于约定 12 天` */
function overdue(indicator: Indicator, { observations, now, timeZone }: RuleContext): string | null {
  const late = staleness([indicator], observations, now, timeZone)
  return late === null ? null : `${indicator.name} 晚于约定 ${late.daysLate} 天`
}

/** The limit as the figure is printed, so that the two can be compared by eye: `530亿元` beside `526多亿元`. */
const limitText = (limit: string, { scale }: Observation, { unitMeasure }: Indicator): string =>
  phrase({ obsValue: limit, scale: scale === 1e7 ? 1e4 : scale, bound: 'exact' }, unitMeasure)

/** Ranges are above a limit with their low end and below it with their high end; a magnitude has no numeral to compare. */
function crossed({ above, below }: Rule<'threshold'>, { obsValue, obsValueHigh, bound }: Observation): readonly [string, string] | null {
  if (obsValue === null || !isDecimal(obsValue) || bound === 'magnitude') return null
  if (above !== undefined && compareDecimal(obsValue, above) > 0) return ['高于', above]
  return below !== undefined && compareDecimal(obsValueHigh ?? obsValue, below) < 0 ? ['低于', below] : null
}

/** `服务满意度 98.1%（截至2022年10月）低于 98.5%`; an area other than the root by its name. */
function threshold(rule: Rule<'threshold'>, indicator: Indicator, context: RuleContext): string | null {
  const region = context.regions.find(({ code }) => code === (rule.area === 'root' ? context.root : rule.area))
  if (region === undefined) return null
  const own = wholeFigures(context, indicator.id, region).filter(({ freq, obsValue }) => freq === indicator.freq && obsValue !== null)
  const figure = own.toSorted((a, b) => comparePeriods(a.timePeriod, b.timePeriod)).at(-1)
  const hit = figure === undefined ? null : crossed(rule, figure)
  if (figure === undefined || hit === null) return null
  const [word, limit] = hit
  const area = region.code === context.root ? '' : `${region.name} `
  const dated = `（${when(figure.timePeriod)}${isDemo([figure]) ? '，演示' : ''}）`
  return `${area}${indicator.name} ${phrase(figure, indicator.unitMeasure)}${dated}${word} ${limitText(limit, figure, indicator)}`
}

/** Why a rule holds, in a short sentence; null when it does not hold, or names what the release does not have. */
export function ruleReason(rule: WallRule, context: RuleContext): string | null {
  const indicator = context.indicators.find(({ id }) => id === rule.indicator)
  if (indicator === undefined) return null
  if (rule.kind === 'missing') return missing(rule, indicator, context)
  return rule.kind === 'overdue' ? overdue(indicator, context) : threshold(rule, indicator, context)
}

export interface DueInput {
  readonly interrupts: readonly WallInterrupt[]
  /** Of the rules that hold, by the interrupt's id. */
  readonly reasons: ReadonlyMap<string, string>
  /** Epoch milliseconds, by id. Whose rule has ceased to hold is forgotten by the caller: it then begins anew. */
  readonly lastShown: ReadonlyMap<string, number>
  readonly now: number
}

/** The first interrupt whose rule holds and that was not shown since it began to, or not for as long as it says. A clock put back shows it again. */
export function dueInterrupt({ interrupts, reasons, lastShown, now }: DueInput): WallInterrupt | null {
  const isDue = ({ id, everyMinutes = EVERY_MINUTES }: WallInterrupt): boolean => {
    const since = now - (lastShown.get(id) ?? -Infinity)
    return since < 0 || since >= everyMinutes * MINUTE
  }
  return interrupts.find((interrupt) => reasons.has(interrupt.id) && isDue(interrupt)) ?? null
}
