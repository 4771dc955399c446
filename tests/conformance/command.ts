import { isProfileId, profiles, type Profile } from './profiles.ts'
import { countOf, reportJson, reportText } from './report.ts'
import { rules } from './rules.ts'
import { NoAnswer, runRules } from './run.ts'
import type { Api } from './rule.ts'

const USAGE = '用法：npm run conformance -- URL [--profile live|core|static] [--json]'

interface Asked {
  readonly base: string
  readonly profile: Profile
  readonly json: boolean
}

/** The address under which `/api/v1` lies; also taken with it. */
function baseOf(text: string): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined
  return url?.protocol.startsWith('http') === true ? `${url.origin}${url.pathname}`.replace(/\/(api\/v1\/?)?$/, '') : undefined
}

/** Undefined when the command cannot be understood. */
export function parseArguments(words: readonly string[]): Asked | undefined {
  const at = words.indexOf('--profile')
  const id = at < 0 ? 'live' : (words[at + 1] ?? '')
  const rest = words.filter((_word, index) => at < 0 || (index !== at && index !== at + 1))
  const [address = '', ...more] = rest.filter((word) => word !== '--json')
  const base = baseOf(address)
  return base === undefined || more.length > 0 || !isProfileId(id) ? undefined : { base, profile: profiles[id], json: rest.includes('--json') }
}

export const apiAt = (base: string): Api => ({ fetch: (path, init) => fetch(base + path, init) })

/** Prints the report. The exit code: 0 passed, 1 broken rules, 2 no such command or nobody answers. */
export async function conformance(words: readonly string[], print: (text: string) => void): Promise<0 | 1 | 2> {
  const asked = parseArguments(words)
  if (asked === undefined) {
    print(USAGE)
    return 2
  }
  return runAt(asked, print)
}

async function runAt({ base, profile, json }: Asked, print: (text: string) => void): Promise<0 | 1 | 2> {
  try {
    const outcomes = await runRules(rules, apiAt(base), profile)
    print(json ? JSON.stringify(reportJson(base, profile, outcomes), null, 2) : reportText(base, profile, outcomes))
    return countOf(outcomes, 'failed') === 0 ? 0 : 1
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error
    print(`${base} 没有回应：${error.message}`)
    return 2
  }
}
