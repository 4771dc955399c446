/** A licence expression as SPDX writes it: `(MIT AND Zlib)`, `MIT OR Apache-2.0`. */
type Allowed = (licence: string) => boolean

interface Parsed {
  readonly holds: boolean
  readonly rest: readonly string[]
}

const tokensOf = (expression: string): string[] => expression.match(/[()]|[^\s()]+/g) ?? []

function term([token = '', ...rest]: readonly string[], allowed: Allowed): Parsed {
  if (token !== '(') return { holds: allowed(token), rest }
  const inner = either(rest, allowed)
  return { holds: inner.holds && inner.rest[0] === ')', rest: inner.rest.slice(1) }
}

/** AND binds tighter than OR. */
function both(tokens: readonly string[], allowed: Allowed): Parsed {
  let parsed = term(tokens, allowed)
  while (parsed.rest[0] === 'AND') {
    const next = term(parsed.rest.slice(1), allowed)
    parsed = { holds: parsed.holds && next.holds, rest: next.rest }
  }
  return parsed
}

function either(tokens: readonly string[], allowed: Allowed): Parsed {
  let parsed = both(tokens, allowed)
  while (parsed.rest[0] === 'OR') {
    const next = both(parsed.rest.slice(1), allowed)
    parsed = { holds: parsed.holds || next.holds, rest: next.rest }
  }
  return parsed
}

/** Whether an expression can be met by allowed licences only; false for what is no expression. */
export function isAllowed(expression: string, allowed: Allowed): boolean {
  const { holds, rest } = either(tokensOf(expression), allowed)
  return holds && rest.length === 0
}
