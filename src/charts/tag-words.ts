import { commonPeriod } from './panel-data.ts'
import type { SceneAnswer } from '#contract/endpoints.ts'
import type { Observation } from '#contract/observation.ts'
import { endPointOf } from '#contract/period.ts'
import { childrenOf } from '#contract/snapshot.ts'

type Facts = Pick<SceneAnswer, 'regions' | 'root' | 'top' | 'codeLists'>

/** How a figure divides a total: not at all, by time, by area or by a dimension of codes. */
type Division = 'none' | 'time' | 'area' | 'code'

const SPLIT: Record<Division, string | null> = { none: null, time: '走势', area: '分县', code: '分项' }

/** Years are told by area, as totals are; shorter periods make a course in time. */
function divisionOf({ freq, breakdown, refArea }: Observation, areas: ReadonlySet<string>): Division {
  if (freq !== '_Z' && !(freq === 'A' && areas.has(refArea))) return 'time'
  if (breakdown !== undefined) return 'code'
  return areas.has(refArea) ? 'area' : 'none'
}

/** What was counted before a series began belongs to the series. */
const isOpening = ({ indicator, refArea, timePeriod, breakdown }: Observation, all: readonly Observation[]): boolean =>
  breakdown === undefined &&
  all.some((o) => o.indicator === indicator && o.refArea === refArea && o.freq !== '_Z' && o.timePeriod > (endPointOf(timePeriod) ?? ''))

/** The one thing that all of them are; null where they differ. */
const shared = <T>(items: readonly T[]): T | null => (new Set(items).size === 1 ? (items[0] ?? null) : null)

export interface TagWords {
  /** `已发布`, `总数已发布`; null where nothing is published or reported. */
  readonly known: string | null
  /** `2022-10`: of most of what is known. */
  readonly period: string | null
  /** `演示`, `分县演示`; null where nothing is demo. */
  readonly demo: string | null
}

/** Whether a name that is shown is invented. */
const namesAreDemo = (demo: readonly Observation[], codeLists: Facts['codeLists']): boolean =>
  codeLists.some((list) => list.demo === true && demo.some(({ breakdown = {} }) => list.dimension in breakdown))

/** Whether codes divide a figure: its list says so, or the figure stands above them. The stages of a process divide nothing. */
const dividesByCode = ({ indicator, breakdown = {} }: Observation, known: readonly Observation[], codeLists: Facts['codeLists']): boolean =>
  known.some((o) => o.indicator === indicator) || codeLists.some(({ dimension, splits = [] }) => dimension in breakdown && splits.includes(indicator))

/** The period of most; what is only expected is no part of it. */
const periodOf = (known: readonly Observation[]): string | null => commonPeriod(known.filter(({ obsStatus }) => obsStatus !== 'F')) ?? commonPeriod(known)

/** Published totals over a demo split are the usual mixture, and it is named; of any other each is a part. */
export function tagWords(observations: readonly Observation[], { regions, root, top, codeLists }: Facts): TagWords {
  const areas = new Set(childrenOf(regions, root).map(({ code }) => code))
  const [known, demo] = [observations.filter((o) => o.origin !== 'demo'), observations.filter((o) => o.origin === 'demo')]
  const status = known.length > 0 && known.every((o) => o.origin === 'reported') ? '已报送' : '已发布'
  const period = periodOf(known)
  if (demo.length === 0) return { known: known.length === 0 ? null : status, period, demo: null }
  const names = namesAreDemo(demo, codeLists)
  if (known.length === 0) return { known: null, period: null, demo: names ? '名称与数值演示' : '演示' }
  const division = shared(demo.map((o) => (isOpening(o, demo) ? 'time' : divisionOf(o, areas))))
  // A forecast of one place is no part of what is known of all.
  const whole =
    known.every((o) => o.obsStatus === 'F' || divisionOf(o, areas) === 'none') && (division !== 'code' || demo.every((o) => dividesByCode(o, known, codeLists)))
  // Below the pack's root the parts are no counties.
  const split = whole && division !== null ? (division === 'area' && top !== undefined ? '其余' : SPLIT[division]) : null
  return split === null
    ? { known: `部分${status}`, period: null, demo: '其余演示' }
    : { known: `总数${status}`, period, demo: names ? `名称与${split}演示` : `${split}演示` }
}
