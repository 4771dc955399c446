import { isDecimal } from '#contract/decimal.ts'
import { type Bound, type Observation, observationKey, type ObservationInput } from '#contract/observation.ts'
import { observationFindings } from '#contract/pack-rules/observations.ts'
import { personFindings } from '#contract/pack-rules/persons.ts'
import { addressOf } from '#tests/conformance/addresses.ts'
import { observationsOf, packOf, type Context } from '#tests/conformance/context.ts'
import { documentOf } from '#tests/conformance/document.ts'
import { at, onPages, within } from '#tests/conformance/findings.ts'
import { jsonWalk } from '#tests/conformance/json-walk.ts'
import { allPages } from '#tests/conformance/pages.ts'
import { jsonOf } from '#tests/conformance/reply.ts'
import type { Finding, Rule } from '#tests/conformance/rule.ts'

const FIGURES = addressOf.observations

const valueOf = (observations: readonly ObservationInput[], path: string, field: string): unknown => {
  const found = observations.find((o) => path.startsWith(`observations[${observationKey(o)}]`))
  return found === undefined ? undefined : Reflect.get(found, field)
}

/** `observations[KEY].breakdown.stage` -> `breakdown`; empty when the whole observation is meant. */
const fieldOf = (path: string): string => /\]\.(\w+)[^\]]*$/.exec(path)?.[1] ?? ''

/** What the pack's own rules find in the figures, of those that stand in one of these fields. */
const fromPack =
  (...fields: readonly string[]) =>
  async (context: Context): Promise<Finding[]> => {
    const input = await documentOf(context, { observations: true })
    const found = observationFindings(input)
      .map((finding) => ({ ...finding, field: fieldOf(finding.path) }))
      .filter(({ field }) => fields.includes(field))
    return found.map(({ path, rule, field }) => ({ path: within(FIGURES, path), rule, value: valueOf(input.observations, path, field) }))
  }

const pathOf = (o: Observation, field: string): string => within(FIGURES, `observations[${observationKey(o)}].${field}`)

const ofEach =
  (check: (o: Observation) => Finding[]) =>
  async (context: Context): Promise<Finding[]> =>
    (await observationsOf(context)).flatMap(check)

/** Bounds that are words in the source: without the word the phrase claims more than was published. */
const WORDED: ReadonlySet<Bound> = new Set(['over', 'atLeast', 'nearly', 'magnitude'])

const qualifier = (o: Observation): Finding[] =>
  WORDED.has(o.bound) && o.obsValue !== null && o.qualifier === undefined
    ? [{ path: pathOf(o, 'qualifier'), rule: `${o.bound} 的数须带修饰词（余、多、超、以上、近、上……）`, value: o.obsValue }]
    : []

const TEN_MILLION = 1e7

const scale = (o: Observation): Finding[] =>
  o.scale === TEN_MILLION && o.bound !== 'magnitude' ? [{ path: pathOf(o, 'scale'), rule: '千万只用于 magnitude（上千万）', value: o.bound }] : []

const DECIMAL_FIELDS: ReadonlySet<string> = new Set(['obsValue', 'obsValueHigh', 'weight'])
const CODE = /^[A-Za-z][\w.-]*$/
/** Whether a code may stand there, figure.status says: here it is only no number that was written wrongly. */
const isWritten = (key: string, text: string): boolean => isDecimal(text) || (key === 'obsValue' && CODE.test(text))

/** On the wire, before any schema: 0.1 + 0.2 as numbers never closes on a printed 0.3. */
const decimals = async (context: Context): Promise<Finding[]> =>
  onPages(await allPages(context), async ({ path }) =>
    jsonWalk(jsonOf(await context.get(path))).flatMap(({ path: place, key, value }) =>
      DECIMAL_FIELDS.has(key) && value !== null && !(typeof value === 'string' && isWritten(key, value))
        ? [{ path: within(path, place), rule: '须为加引号的十进制数字', value }]
        : []
    )
  )

async function demo(context: Context): Promise<Finding[]> {
  const { demo: allowed } = await packOf(context)
  const found = await fromPack('origin')(context)
  const stray = allowed ? [] : (await observationsOf(context)).filter(({ origin }) => origin === 'demo')
  return [...found, ...stray.map((o) => ({ path: pathOf(o, 'origin'), rule: '部署声明没有演示数据（demo 为 false）', value: o.origin }))]
}

/** Field names of records about a person, in any answer, at any depth. */
const PERSONAL =
  /^(person(al)?(_?(id|name|no))?|real_?name|full_?name|first_?name|last_?name|sur_?name|id_?(card|number|no)|identity(_?(card|no|number))?|passport(_?no)?|(mobile|tele|cell)?_?phone(_?(no|number))?|mobile|tel|e?_?mail|wechat|open_?id|union_?id|user_?(id|name)|address|home_?address|birth(_?(day|date|place))?|gender|sex|age|religion|faith|ethnicity|nation(ality)?|姓名|电话|手机号?|身份证号?|住址|民族|宗教信仰|性别|出生日期)$/i

async function persons(context: Context): Promise<Finding[]> {
  const fields = await onPages(await allPages(context), async ({ path }) =>
    jsonWalk(jsonOf(await context.get(path))).flatMap(({ path: place, key, value }) =>
      PERSONAL.test(key) ? [{ path: within(path, place), rule: '不得有关于个人的字段', value }] : []
    )
  )
  return [...fields, ...at(FIGURES, personFindings(await documentOf(context, { observations: true })))]
}

async function releases(context: Context): Promise<Finding[]> {
  const { release } = await packOf(context)
  return (await observationsOf(context))
    .filter((o) => o.release > release)
    .map((o) => ({ path: pathOf(o, 'release'), rule: `不得晚于当前第 ${release} 版`, value: o.release }))
}

export const figureRules: readonly Rule[] = [
  { id: 'figure.decimal', title: '数值是十进制文本，不是浮点数', check: decimals },
  { id: 'figure.status', title: '缺报、不存在、不公开的没有值，其余都有', check: fromPack('obsValue') },
  { id: 'figure.qualifier', title: '约数带着修饰词', check: ofEach(qualifier) },
  { id: 'figure.range', title: '区间上限大于下限', check: fromPack('obsValueHigh') },
  { id: 'figure.scale', title: '量级用得对', check: ofEach(scale) },
  { id: 'figure.key', title: '同一个数只出现一次', check: fromPack('') },
  { id: 'figure.demo', title: '演示数据标明演示', check: demo },
  { id: 'figure.release', title: '数的版本不晚于当前版', check: releases },
  { id: 'figure.person', title: '没有关于个人的字段', check: persons }
]

export const figureReferences = fromPack('indicator', 'refArea', 'source')
export const figureCodes = fromPack('breakdown')
