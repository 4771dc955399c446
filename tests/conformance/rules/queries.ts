import { observationKey, type Observation } from '#contract/observation.ts'
import { endPointOf, overlaps } from '#contract/period.ts'
import { addressOf, withQuery } from '#tests/conformance/addresses.ts'
import { observationsOf, type Context } from '#tests/conformance/context.ts'
import { onPages, sameJson, unless } from '#tests/conformance/findings.ts'
import { onePageEach } from '#tests/conformance/pages.ts'
import { jsonOf } from '#tests/conformance/reply.ts'
import { NothingToCheck, type Finding, type Rule } from '#tests/conformance/rule.ts'

type Query = Readonly<Record<string, string>>

const byKey = (observations: readonly Observation[]): ReadonlyMap<string, Observation> => new Map(observations.map((o) => [observationKey(o), o]))

/** The answer to a query is the part of the whole that it asks for, value by value, in any order. */
async function subset(context: Context, query: Query, wanted: (o: Observation) => boolean): Promise<Finding[]> {
  const path = withQuery(addressOf.observations, query)
  const expected = byKey((await observationsOf(context)).filter(wanted))
  const given = byKey((await context.read('observations', path)).observations)
  const extra = [...given.keys()].find((key) => !expected.has(key))
  const missing = [...expected.keys()].find((key) => !given.has(key))
  const different = [...given].find(([key, o]) => expected.has(key) && !sameJson(o, expected.get(key)))
  return [
    ...unless(extra === undefined, path, '不在所问的范围里', extra),
    ...unless(missing === undefined, path, '在所问的范围里而没有答', missing),
    ...unless(different === undefined, path, '须与不带参数时的值相同', different?.[0])
  ]
}

const some = <T>(values: readonly T[], count: number): T[] =>
  values.filter((_value, index) => index % Math.max(1, Math.floor(values.length / count)) === 0).slice(0, count)

async function filters(context: Context): Promise<Finding[]> {
  const all = await observationsOf(context)
  if (all.length === 0) throw new NothingToCheck('一个数也没有')
  const asked = some([...new Set(all.map(({ indicator, refArea }) => `${indicator} ${refArea}`))], 3).map((pair) => pair.split(' '))
  const found = asked.map(async ([indicator = '', refArea = '']) => [
    ...(await subset(context, { indicator }, (o) => o.indicator === indicator)),
    ...(await subset(context, { refArea }, (o) => o.refArea === refArea)),
    ...(await subset(context, { indicator, refArea }, (o) => o.indicator === indicator && o.refArea === refArea))
  ])
  return (await Promise.all(found)).flat()
}

/** Windows around periods that there are: as a month, its year, the time before and after. */
function windows(observations: readonly Observation[]): { from?: string; to?: string }[] {
  const points = some([...new Set(observations.flatMap(({ timePeriod }) => endPointOf(timePeriod) ?? []))].toSorted(), 4)
  return [
    { from: '1900', to: '1901' },
    { from: '2999' },
    ...points.flatMap((point) => [{ from: point }, { to: point }, { from: point, to: point }, { from: point.slice(0, 4), to: point.slice(0, 4) }])
  ]
}

async function periods(context: Context): Promise<Finding[]> {
  const all = await observationsOf(context)
  if (all.length === 0) throw new NothingToCheck('一个数也没有')
  return (
    await Promise.all(
      windows(all).map(({ from, to }) =>
        subset(context, { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }, (o) => overlaps(o.timePeriod, from, to))
      )
    )
  ).flat()
}

/** A later client may ask for more than this server knows. */
const unknown = async (context: Context): Promise<Finding[]> =>
  onPages(await onePageEach(context), async ({ path }) => {
    const reply = await context.get(withQuery(path, { utm: 'x' }))
    return unless(reply.status === 200 && sameJson(jsonOf(reply), jsonOf(await context.get(path))), reply.path, '不认识的参数须当作没有', reply.status)
  })

export const queryRules: readonly Rule[] = [
  { id: 'query.filter', title: '按指标、地区查询', needs: 'queries', check: filters },
  { id: 'query.period', title: '按时期查询：有重叠即算', needs: 'queries', check: periods },
  { id: 'query.unknown', title: '不认识的参数当作没有', needs: 'queries', check: unknown }
]
