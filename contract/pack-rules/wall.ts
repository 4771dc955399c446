import type { PackDocument } from '#contract/pack.ts'
import type { WallInterrupt, WallPin, WallRule, WallSettings, WallStop } from '#contract/wall.ts'
import { type Finding, repeated, unless } from './finding.ts'

const sceneKnown = ({ scenes }: PackDocument, scene: string, path: string): Finding[] =>
  unless(
    scenes.some(({ id }) => id === scene),
    `${path}.scene`,
    `没有这个场景 ${scene}`
  )

const regionKnown = ({ regions }: PackDocument, region: string | undefined, path: string): Finding[] =>
  unless(region === undefined || regions.some(({ code }) => code === region), path, `没有这个地区 ${region}`)

const indicatorKnown = ({ indicators }: PackDocument, indicator: string | undefined, path: string): Finding[] =>
  unless(indicator === undefined || indicators.some(({ id }) => id === indicator), path, `没有这个指标 ${indicator}`)

const playFindings = (document: PackDocument, play: readonly WallStop[], path: string): Finding[] =>
  play.flatMap(({ scene, metric }, index) => [
    ...sceneKnown(document, scene, `${path}[${index}]`),
    ...indicatorKnown(document, metric, `${path}[${index}].metric`)
  ])

const hours = ({ from, to }: { from: string; to: string }, path: string): Finding[] => unless(from !== to, `${path}.to`, `起止时刻相同，均为 ${from}`)

const pinFindings = (document: PackDocument, { scene, region, from, until }: WallPin, path: string): Finding[] => [
  ...sceneKnown(document, scene, path),
  ...regionKnown(document, region, `${path}.region`),
  ...unless(from === undefined || from < until, `${path}.until`, `须晚于开始时刻 ${from}`)
]

/** What no rule can be reckoned without: a calendar, a limit, values that are numbers. */
function ruleFindings({ indicators }: PackDocument, rule: WallRule, path: string): Finding[] {
  const indicator = indicators.find(({ id }) => id === rule.indicator)
  if (indicator === undefined || rule.kind === 'missing') return []
  if (rule.kind === 'overdue') return unless(indicator.calendar !== undefined, `${path}.indicator`, `指标 ${rule.indicator} 没有报送日历，无从逾期`)
  return [
    ...unless(rule.above !== undefined || rule.below !== undefined, path, '须写明 above 或 below'),
    ...unless(indicator.valueList === undefined, `${path}.indicator`, `指标 ${rule.indicator} 的值为代码，不能比较大小`)
  ]
}

const interruptFindings = (document: PackDocument, { id, scene, region, rule }: WallInterrupt): Finding[] => {
  const path = `info.wall.interrupts[${id}]`
  const area = rule.kind === 'threshold' && rule.area !== 'root' ? rule.area : undefined
  return [
    ...sceneKnown(document, scene, path),
    ...regionKnown(document, region, `${path}.region`),
    ...indicatorKnown(document, rule.indicator, `${path}.rule.indicator`),
    ...regionKnown(document, area, `${path}.rule.area`),
    ...ruleFindings(document, rule, `${path}.rule`)
  ]
}

const settingsFindings = (document: PackDocument, { play, schedule = [], pins = [], interrupts = [], night = [] }: WallSettings): Finding[] => [
  ...playFindings(document, play, 'info.wall.play'),
  ...schedule.flatMap((slot, index) => [
    ...hours(slot, `info.wall.schedule[${index}]`),
    ...playFindings(document, slot.play, `info.wall.schedule[${index}].play`)
  ]),
  ...pins.flatMap((pin, index) => pinFindings(document, pin, `info.wall.pins[${index}]`)),
  ...repeated(
    interrupts.map(({ id }) => id),
    (id) => `info.wall.interrupts[${id}]`,
    '插播编号重复'
  ),
  ...interrupts.flatMap((interrupt) => interruptFindings(document, interrupt)),
  ...night.flatMap((window, index) => hours(window, `info.wall.night[${index}]`))
]

export const wallFindings = (document: PackDocument): Finding[] => (document.info.wall === undefined ? [] : settingsFindings(document, document.info.wall))
