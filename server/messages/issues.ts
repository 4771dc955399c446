import type { core } from 'zod/mini'
import { contractRules } from './contract-rules.ts'

type ZodIssue = core.$ZodIssue

export interface Issue {
  readonly path: readonly PropertyKey[]
  readonly rule: string
}

const TYPES: Readonly<Record<string, string>> = {
  string: '文本',
  number: '数字',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表',
  object: '对象',
  record: '对象',
  null: '空值'
}
const COUNTED: Readonly<Record<string, string>> = { string: '个字', array: '项' }

const shown = (values: readonly unknown[]): string => values.map((value) => String(value)).join('、')
const typeRule = (issue: core.$ZodIssueInvalidType): string => (issue.input === undefined ? '缺少这一项' : `须为${TYPES[issue.expected] ?? issue.expected}`)
const tooSmall = ({ origin, minimum }: core.$ZodIssueTooSmall): string => {
  const unit = COUNTED[origin]
  if (unit === undefined) return `不能小于 ${minimum}`
  return minimum === 1 || minimum === 1n ? '不能为空' : `至少 ${minimum} ${unit}`
}
const tooBig = ({ origin, maximum }: core.$ZodIssueTooBig): string => {
  const unit = COUNTED[origin]
  return unit === undefined ? `不能大于 ${maximum}` : `最多 ${maximum} ${unit}`
}
const unionRule = ({ errors }: core.$ZodIssueInvalidUnion): string => {
  const rules = new Set(
    errors
      .flat()
      .filter(({ path }) => path.length === 0)
      .map(ruleOf)
  )
  return rules.size === 0 ? '取值不对' : [...rules].join('，或').replaceAll('，或须为 ', ' 或 ')
}

function ruleOf(issue: ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return typeRule(issue)
    case 'too_small':
      return tooSmall(issue)
    case 'too_big':
      return tooBig(issue)
    case 'invalid_value':
      return issue.input === undefined ? '缺少这一项' : `须为 ${shown(issue.values)}${issue.values.length > 1 ? ' 之一' : ''}`
    case 'unrecognized_keys':
      return `有不认识的字段 ${shown(issue.keys)}`
    case 'invalid_union':
      return unionRule(issue)
    case 'invalid_key':
      return '字段名不合规则'
    default:
      return contractRules.get(issue.message) ?? '格式不对'
  }
}

/** What a schema found wrong, in Chinese. Parse with `reportInput`, or a missing field reads as one of the wrong type. */
export const issuesOf = (error: core.$ZodError): Issue[] => error.issues.map((issue) => ({ path: issue.path, rule: ruleOf(issue) }))
