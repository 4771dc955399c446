import type { Observation } from '#contract/observation.ts'
import type { Snapshot } from '#contract/snapshot.ts'
import { childrenOf } from '#contract/snapshot.ts'
import { changed, must } from '#tests/support/panel-data.ts'

/** The value of the nth part; null is one that was not reported. */
export type Values = readonly (number | null)[]

export const ROOT = '330800'
export const total = (values: Values): number => values.reduce<number>((sum, value) => sum + (value ?? 0), 0)

const valued = (value: number | string | null): Pick<Observation, 'obsValue' | 'obsStatus'> =>
  value === null ? { obsValue: null, obsStatus: 'O' } : { obsValue: String(value), obsStatus: 'A' }

/** Every observation of one indicator that fits, changed. */
export const where = (snapshot: Snapshot, indicator: string, change: Partial<Observation>, fits: (o: Observation) => boolean = () => true): Snapshot =>
  changed(snapshot, (o) => (o.indicator === indicator && fits(o) ? { ...o, ...change } : o))

/** The published total of an indicator, changed. */
export const publishedAs = (snapshot: Snapshot, indicator: string, change: Partial<Observation>): Snapshot =>
  where(snapshot, indicator, change, ({ origin, breakdown }) => origin === 'published' && breakdown === undefined)

/** Other codes in place of a dimension's own. */
function withCodes(snapshot: Snapshot, dimension: string, codes: readonly string[]): Snapshot {
  const { info } = snapshot.document
  const codeLists = info.codeLists.map((list) =>
    list.dimension === dimension ? { ...list, codes: codes.map((code, index) => list.codes[index] ?? { code, name: `第${index + 1}项` }) } : list
  )
  return { ...snapshot, document: { ...snapshot.document, info: { ...info, codeLists } } }
}

/** The codes of a dimension, as many as are wanted: its own first. */
const codesOf = ({ document: { info } }: Snapshot, dimension: string, count: number): string[] => {
  const own = must(info.codeLists.find((list) => list.dimension === dimension)).codes
  return Array.from({ length: count }, (_, index) => own[index]?.code ?? `more-${index + 1}`)
}

interface Split {
  readonly indicator: string
  readonly dimension: string
  readonly values: Values
}

/** An indicator split over a dimension into these values, made after its first part. */
function splitBy(snapshot: Snapshot, { indicator, dimension, values }: Split): Snapshot {
  const isPart = (o: Observation): boolean => o.indicator === indicator && o.breakdown?.[dimension] !== undefined
  const like = must(snapshot.observations.find(isPart), `part of ${indicator}`)
  const codes = codesOf(snapshot, dimension, values.length)
  const parts = values.map((value, index): Observation => ({ ...like, ...valued(value), breakdown: { [dimension]: must(codes[index]) } }))
  return withCodes({ ...snapshot, observations: [...snapshot.observations.filter((o) => !isPart(o)), ...parts] }, dimension, codes)
}

/** An indicator's values in the root's areas, in code order. */
export function overAreas(snapshot: Snapshot, indicator: string, values: Values): Snapshot {
  const codes = childrenOf(snapshot.document.regions, ROOT).map(({ code }) => code)
  return changed(snapshot, (o) => {
    const at = o.indicator === indicator && o.breakdown === undefined && o.freq === '_Z' ? codes.indexOf(o.refArea) : -1
    return at < 0 ? o : { ...o, ...valued(values[at] ?? null) }
  })
}

/** So many sessions as there are values, each with so many demands, all answered but a third of the last. */
export function withSessions(snapshot: Snapshot, demands: Values): Snapshot {
  const answered = demands.map((value, index) => (value === null ? null : index === demands.length - 1 ? Math.floor((value * 2) / 3) : value))
  const split = splitBy(snapshot, { indicator: 'qq.demands', dimension: 'session', values: demands })
  const both = splitBy(split, { indicator: 'qq.answered', dimension: 'session', values: answered })
  return publishedAs(both, 'qq.sessions', { obsValue: String(demands.length) })
}

/** The projects by channel; the published total is theirs. */
export const withChannels = (snapshot: Snapshot, values: Values): Snapshot =>
  publishedAs(splitBy(snapshot, { indicator: 'zs.projects', dimension: 'channel', values }), 'zs.projects', { obsValue: String(total(values)) })

/** So many villages in each of the root's areas, in turn; the model villages of the pack stay among them. */
export function withVillages(snapshot: Snapshot, count: number): Snapshot {
  const codes = childrenOf(snapshot.document.regions, ROOT).map(({ code }) => code)
  const isVillage = (o: Observation): boolean => o.indicator === 'mz.collective'
  const like = must(snapshot.observations.find(isVillage), 'village')
  const named = snapshot.observations.filter((o) => isVillage(o) && !o.scope.startsWith('民族村')).slice(0, count)
  const others = Array.from({ length: count - named.length }, (_, index): Observation => {
    const refArea = must(codes[index % codes.length])
    return { ...like, refArea, scope: `民族村${index + 1}`, obsValue: String(210_000 + ((index * 7919) % 60) * 10_000) }
  })
  const rest = snapshot.observations.filter((o) => !isVillage(o))
  return publishedAs({ ...snapshot, observations: [...rest, ...named, ...others] }, 'mz.villages', { obsValue: String(count) })
}

const daysIn = (month: string): number => new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate()

/** The broadcasts of the first `count` months of 2022, day by day; every day's value from its month and day. */
export function withMonths(snapshot: Snapshot, count: number, valueOf: (month: number, day: number) => number | null): Snapshot {
  const { observations } = snapshot
  const like = must(observations.find((o) => o.indicator === 'zb.broadcasts' && o.freq === 'D'))
  const days = Array.from({ length: count }, (_, index) => `2022-${String(index + 1).padStart(2, '0')}`).flatMap((month, index) => {
    const values = Array.from({ length: daysIn(month) }, (_, day) => valueOf(index + 1, day + 1))
    const daily = values.map((value, day): Observation => ({ ...like, ...valued(value), timePeriod: `${month}-${String(day + 1).padStart(2, '0')}` }))
    return [...daily, { ...like, freq: 'M' as const, timePeriod: month, ...valued(total(values)) }]
  })
  return { ...snapshot, observations: [...observations.filter((o) => o.indicator !== 'zb.broadcasts' || o.freq === '_Z'), ...days] }
}

/** So many mechanisms, each with a state in each county. */
export function withMechanisms(snapshot: Snapshot, count: number): Snapshot {
  const codes = codesOf(snapshot, 'mechanism', count)
  const isState = ({ indicator }: Observation): boolean => indicator === 'jz.progress'
  const rows = snapshot.observations.filter((o) => isState(o) && o.breakdown?.['mechanism'] === 'm1')
  const states = rows.flatMap((like) => codes.map((code): Observation => ({ ...like, ...valued('done'), breakdown: { mechanism: code } })))
  const others = snapshot.observations.filter((o) => !isState(o))
  return publishedAs(withCodes({ ...snapshot, observations: [...others, ...states] }, 'mechanism', codes), 'jz.mechanisms', { obsValue: String(count) })
}

/** Every mechanism under this name. */
export function withNames(snapshot: Snapshot, name: string): Snapshot {
  const { info } = snapshot.document
  const codeLists = info.codeLists.map((list) => (list.dimension === 'mechanism' ? { ...list, codes: list.codes.map((code) => ({ ...code, name })) } : list))
  return { ...snapshot, document: { ...snapshot.document, info: { ...info, codeLists } } }
}

/** As if it had been reported: every demo figure, or those that fit. */
export const reportedWhere = (snapshot: Snapshot, fits: (o: Observation) => boolean = () => true): Snapshot =>
  changed(snapshot, (o) => (o.origin === 'demo' && fits(o) ? { ...o, origin: 'reported', source: 'qz-2022-10' } : o))
