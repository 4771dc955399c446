import { addressOf } from './addresses.ts'
import { createContext, type Context } from './context.ts'
import { dropReason, type Profile } from './profiles.ts'
import { Blocked, NothingToCheck, type Api, type Finding, type Rule } from './rule.ts'

export type State = 'passed' | 'failed' | 'notApplicable'

export interface Outcome {
  readonly id: string
  readonly title: string
  readonly state: State
  readonly findings: readonly Finding[]
  /** Why the rule does not apply. */
  readonly reason?: string
  /** What left nothing to check, and the rule that must have failed over it. */
  readonly blocked?: Blocked
}

type Verdict = Pick<Outcome, 'state' | 'findings' | 'reason' | 'blocked'>

const NONE: readonly Finding[] = []
const failed = (findings: readonly Finding[]): Verdict => ({ state: 'failed', findings })
const skipped = (reason: string): Verdict => ({ state: 'notApplicable', findings: NONE, reason })

/** Whatever goes wrong while checking is the implementation's fault, as far as the rule can tell. */
function verdictOn(error: unknown): Verdict {
  if (error instanceof Blocked) return { ...skipped(`${error.by} 未通过，无从检查`), blocked: error }
  if (error instanceof NothingToCheck) return skipped(error.message)
  return failed([{ path: '', rule: '检查中断', value: error instanceof Error ? error.message : String(error) }])
}

async function check(rule: Rule, context: Context): Promise<Verdict> {
  try {
    const findings = await rule.check(context)
    return findings.length === 0 ? { state: 'passed', findings } : failed(findings)
  } catch (error) {
    return verdictOn(error)
  }
}

export async function runRule(rule: Rule, context: Context, profile: Profile): Promise<Outcome> {
  const reason = dropReason(rule, profile)
  return { id: rule.id, title: rule.title, ...(reason === undefined ? await check(rule, context) : skipped(reason)) }
}

const unread = ({ path, status }: Blocked): Finding => ({ path, rule: '答复不合数据格式', value: `状态码 ${status}` })

/** A rule may only stand aside for one that failed: otherwise a fault would slip through between the two. */
const settle = (outcomes: readonly Outcome[]): Outcome[] => {
  const broken = new Set(outcomes.filter(({ state }) => state === 'failed').map(({ id }) => id))
  return outcomes.map(({ blocked, ...outcome }) =>
    blocked === undefined || broken.has(blocked.by) ? outcome : { id: outcome.id, title: outcome.title, ...failed([unread(blocked)]) }
  )
}

/** Nobody is there: no rule can say anything about that. */
export class NoAnswer extends Error {
  override name = 'NoAnswer'
}

async function knock(context: Context): Promise<void> {
  try {
    await context.get(addressOf.pack)
  } catch (error) {
    throw new NoAnswer(error instanceof Error ? error.message : String(error), { cause: error })
  }
}

/** Holds an implementation against the rules, one after the other: the last ones publish. @throws NoAnswer */
export async function runRules(rules: readonly Rule[], api: Api, profile: Profile): Promise<Outcome[]> {
  const context = createContext(api, profile)
  await knock(context)
  const outcomes: Outcome[] = []
  for (const rule of rules) outcomes.push(await runRule(rule, context, profile))
  return settle(outcomes)
}

export const failedIds = (outcomes: readonly Outcome[]): string[] => outcomes.filter(({ state }) => state === 'failed').map(({ id }) => id)
