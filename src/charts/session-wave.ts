import * as z from 'zod/mini'
import type { Indicator } from '#contract/indicator.ts'
import type { Observation } from '#contract/observation.ts'
import type { CodeList } from '#contract/pack.ts'
import { absenceText, statusText } from '#format/status.ts'
import { seriesUnit } from '#format/phrase.ts'
import { counted, type Beyond } from './counted.ts'
import { extremes } from './extremes.ts'
import { figureOf, hasValue, labelOf, observationsOf, type FigureItem, type PanelData } from './panel-data.ts'
import { amountText } from './parts.ts'
import { periodCell, spoken, statusCell, type PanelTable } from './panel-table.ts'

/** `sessions` is the number of them, `demands` and `answered` are counted for each code of `dimension`. */
export const options = z.object({ sessions: z.string(), demands: z.string(), answered: z.string(), dimension: z.string() })
export type SessionWaveOptions = z.infer<typeof options>

export interface Session {
  readonly number: number
  /** `10月下`; empty where the sessions have no names. */
  readonly name: string
  readonly demands: Observation | null
  readonly answered: Observation | null
  /** `13`, the phrase of a figure with a qualifier, or why there is none; empty where no session has one. */
  readonly text: string
  /** The same with its unit. */
  readonly phrase: string
  /** How many rings are drawn; null where there is nothing to count out. */
  readonly rings: number | null
  /** What lies beyond them, by the figure's qualifier. */
  readonly beyond: Beyond
  /** How many of them are still in hand; null where it is not known. */
  readonly open: number | null
  readonly demo: boolean
  readonly forecast: boolean
  readonly last: boolean
}

export interface SessionWaveModel {
  readonly indicator: Indicator | null
  readonly unit: string
  readonly total: FigureItem | null
  readonly sessions: readonly Session[]
  /** What lies beyond the last session, by the qualifier of their number. */
  readonly beyond: Beyond
  /** Whether any session has a count of its own. */
  readonly split: boolean
  /** Whether the names, which are dates, are made up. */
  readonly namesDemo: boolean
}

/** More could not be told apart, and a mistyped million would stop the page. */
const MOST_SESSIONS = 72
const MOST_RINGS = 400

const sessionsIn = (total: FigureItem | null) => (total === null ? null : counted(total.observation, MOST_SESSIONS))

/** What is not answered yet is in hand; a session whose answers are unknown has no such number. */
function openOf(rings: number | null, answered: Observation | null): number | null {
  if (rings === null || answered === null || !hasValue(answered)) return null
  return Math.min(rings, Math.max(0, rings - Number(answered.obsValue)))
}

interface Parts {
  readonly demands: readonly (Observation | null)[]
  readonly answered: readonly (Observation | null)[]
  readonly names: readonly string[]
}

function partsOf(data: PanelData<SessionWaveOptions>, list: CodeList | undefined): Parts {
  const { demands, answered, dimension } = data.options
  const all = observationsOf(data)
  const found = (indicator: string) =>
    (list?.codes ?? []).map(({ code }) => all.find((o) => o.indicator === indicator && o.breakdown?.[dimension] === code) ?? null)
  return { demands: found(demands), answered: found(answered), names: (list?.codes ?? []).map(({ name }) => name) }
}

/** The published number of sessions, or more where figures say so: codes behind the last figure are of sessions to come. */
const lengthOf = ({ demands }: Parts, total: FigureItem | null): number =>
  Math.min(MOST_SESSIONS, Math.max(sessionsIn(total)?.count ?? 0, demands.findLastIndex((o) => o !== null) + 1))

const NOT_COUNTED = { count: null, beyond: 'none' } as const

function sessionOf({ demands, answered, names }: Parts, index: number, length: number, indicator: Indicator | null): Session {
  const [own, replied] = [demands[index] ?? null, answered[index] ?? null]
  const amount = (unit: boolean): string | null => (own === null || !hasValue(own) || indicator === null ? null : amountText(own, indicator, unit))
  const absence = demands.some((o) => o !== null) ? absenceText(own?.obsStatus) : ''
  const { count: rings, beyond } = (own === null ? null : counted(own, MOST_RINGS)) ?? NOT_COUNTED
  return {
    number: index + 1,
    name: names[index] ?? '',
    demands: own,
    answered: replied,
    text: amount(false) ?? absence,
    phrase: amount(true) ?? absence,
    rings,
    beyond,
    open: openOf(rings, replied),
    demo: own?.origin === 'demo',
    forecast: own?.obsStatus === 'F',
    last: index === length - 1
  }
}

/** Null where there is neither a number of sessions nor one session's figure. */
export function model(data: PanelData<SessionWaveOptions>): SessionWaveModel | null {
  const { answer, options: wanted } = data
  const list = answer.codeLists.find(({ dimension }) => dimension === wanted.dimension)
  const indicator = answer.indicators.find(({ id }) => id === wanted.demands) ?? null
  const total = figureOf(data, wanted.sessions)
  const parts = partsOf(data, list)
  const length = lengthOf(parts, total)
  if (length === 0) return null
  const published = sessionsIn(total)
  return {
    indicator,
    total,
    beyond: published === null || published.count < length ? 'none' : published.beyond,
    unit: indicator === null ? '' : seriesUnit(indicator.seriesScale, indicator.unitMeasure),
    sessions: Array.from({ length }, (_, index) => sessionOf(parts, index, length, indicator)),
    split: parts.demands.some((o) => o !== null),
    namesDemo: list?.demo === true
  }
}

/** `第11期（10月下）` */
export const sessionName = ({ number, name }: Session): string => `第${number}期${name === '' ? '' : `（${name}）`}`

/** `13个，已答复6个，办理中7个` */
export function sessionText({ text, phrase, rings, open, demands, forecast }: Session, unit: string): string {
  if (demands === null || !hasValue(demands)) return text
  const known = rings === null || open === null ? ['答复情况未公布'] : [`已答复${rings - open}${unit}`, ...(open === 0 ? [] : [`办理中${open}${unit}`])]
  return [phrase, ...(forecast ? [statusText('F')] : known)].join('，')
}

const valueOf = ({ demands }: Session): number | null => (demands === null || !hasValue(demands) ? null : Number(demands.obsValue))

export function summary({ sessions, unit, total, split, indicator }: SessionWaveModel): string {
  const held = total === null ? `共${sessions.length}期` : spoken(labelOf(total.indicator), total)
  if (!split || indicator === null) return `${held}，分期${indicator === null ? '数据' : labelOf(indicator)}未公布`
  const ends = extremes(sessions.map((one) => ({ name: sessionName(one), value: valueOf(one), text: one.phrase })))
  const open = sessions.filter((one) => (one.open ?? 0) > 0).map((one) => `${sessionName(one)}${one.open}${unit}`)
  return `${held}；各期${labelOf(indicator)}：${ends}${open.length === 0 ? '' : `；仍在办理：${open.join('，')}`}`
}

/** How many of all are still in hand; null as long as one session's answers are not known. */
export const openTotal = ({ sessions }: Pick<SessionWaveModel, 'sessions'>): number | null =>
  sessions.some(({ open }) => open === null) ? null : sessions.reduce((sum, { open }) => sum + (open ?? 0), 0)

const number = (value: number | null, unit: string): string => (value === null ? '未公布' : `${value}${unit}`)

export const table = ({ sessions, unit, split }: SessionWaveModel): PanelTable => ({
  columns: ['期次', '诉求', '已答复', '办理中', '期间', '状态'],
  rows: sessions.map((one) => [
    sessionName(one),
    split ? one.phrase : '未公布',
    number(one.rings === null || one.open === null ? null : one.rings - one.open, unit),
    number(one.open, unit),
    one.demands === null ? '' : periodCell(one.demands),
    one.demands === null ? '' : statusCell(one.demands)
  ])
})
