import { textTable } from '#scripts/text-table.ts'
import type { Profile } from './profiles.ts'
import type { Finding } from './rule.ts'
import type { Outcome, State } from './run.ts'

const STATES: Readonly<Record<State, string>> = { passed: '通过', failed: '未通过', notApplicable: '不适用' }
const SHOWN = 60

const shorten = (text: string): string => (text.length <= SHOWN ? text : `${text.slice(0, SHOWN)}…`)

const valueText = (value: unknown): string => shorten(value === null ? 'null' : typeof value === 'string' ? value : JSON.stringify(value))

/** One finding on one line: where, what should be, what is. */
export const findingText = ({ path, rule, value }: Finding): string =>
  [path, rule, ...(value === undefined || value === '' ? [] : [`现为 ${valueText(value)}`])].filter((part) => part !== '').join('；')

function firstOf({ findings, reason }: Outcome): string {
  const [first] = findings
  if (first === undefined) return reason ?? ''
  return findingText(first) + (findings.length > 1 ? `（共 ${findings.length} 处）` : '')
}

export const countOf = (outcomes: readonly Outcome[], state: State): number => outcomes.filter((outcome) => outcome.state === state).length

const summary = (outcomes: readonly Outcome[]): string =>
  (['passed', 'failed', 'notApplicable'] as const).map((state) => `${STATES[state]} ${countOf(outcomes, state)}`).join('，')

export function reportText(url: string, profile: Profile, outcomes: readonly Outcome[]): string {
  const rows = outcomes.map((outcome) => [outcome.id, STATES[outcome.state], outcome.title, firstOf(outcome)])
  return [
    `${url}，${profile.id}（${profile.title}）`,
    textTable(['编号', '结果', '规则', '第一处或原因'], rows),
    `${countOf(outcomes, 'failed') === 0 ? '合格' : '不合格'}：${summary(outcomes)}`,
    ''
  ].join('\n')
}

/** For programs: the same, with every finding. */
export const reportJson = (url: string, profile: Profile, outcomes: readonly Outcome[]) => ({
  url,
  profile: profile.id,
  passed: countOf(outcomes, 'passed'),
  failed: countOf(outcomes, 'failed'),
  notApplicable: countOf(outcomes, 'notApplicable'),
  rules: outcomes
})
