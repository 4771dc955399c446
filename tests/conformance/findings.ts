import type { Page } from './pages.ts'
import type { Finding } from './rule.ts'

export const unless = (holds: boolean, path: string, rule: string, value?: unknown): Finding[] => (holds ? [] : [{ path, rule, value }])

/** What each page breaks, in the pages' order. */
export async function onPages(pages: readonly Page[], check: (page: Page) => Promise<readonly Finding[]>): Promise<Finding[]> {
  return (await Promise.all(pages.map(check))).flat()
}

/** Where in an answer: `/api/v1/regions → regions[2].code`. */
export const within = (address: string, path: string): string => (path === '' ? address : `${address} → ${path}`)

/** The same findings, said to be of this address. */
export const at = (address: string, findings: readonly Finding[]): Finding[] => findings.map((finding) => ({ ...finding, path: within(address, finding.path) }))

/** Equality of what JSON can hold, whatever the order of the fields. */
export function sameJson(a: unknown, b: unknown): boolean {
  return JSON.stringify(ordered(a)) === JSON.stringify(ordered(b))
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .toSorted(([x], [y]) => (x < y ? -1 : 1))
      .map(([key, inner]) => [key, ordered(inner)])
  )
}
