import type { Context } from './context.ts'

/** An implementation of the API, wherever it runs. */
export interface Api {
  /** `path` starts with `/api/`. */
  readonly fetch: (path: string, init?: RequestInit) => Promise<Response>
  /** Makes one more release. Only who owns the implementation can; from outside nobody publishes. */
  readonly publish?: () => Promise<unknown>
}

/** What breaks a rule: where, what should be there instead (in Chinese), and what is there. */
export interface Finding {
  readonly path: string
  readonly rule: string
  readonly value?: unknown
}

/** What a profile must be able to do for a rule to make sense. */
export type Capability = 'queries' | 'problems' | 'tags' | 'releases' | 'events' | 'description' | 'publishing' | 'plainFiles'

export interface Rule {
  /** Stable: reports, documents and tests name it. */
  readonly id: string
  readonly title: string
  /** Absent: the rule holds for every profile. */
  readonly needs?: Capability
  /** Empty when all is well. @throws Blocked when another rule's failure leaves nothing to check. */
  readonly check: (context: Context) => Promise<readonly Finding[]>
}

/** What this rule reads is already broken, and the named rule says so. */
export class Blocked extends Error {
  override name = 'Blocked'
  constructor(
    readonly by: string,
    readonly path: string,
    readonly status: number
  ) {
    super(`${path} ${status}`)
  }
}

/** There is nothing here that the rule could be held against, such as a pack without a single range. */
export class NothingToCheck extends Error {
  override name = 'NothingToCheck'
}
