import type { EndpointAnswer, EndpointId, EndpointInput } from '#contract/endpoints.ts'

/**
 * One method for each endpoint, from its parsed parameters to its answer. An unknown region, scene or
 * release is thrown as a `Problem` with status 404.
 */
export type Repository = {
  readonly [Id in EndpointId]: (input: EndpointInput<Id>) => Promise<EndpointAnswer<Id>>
} & {
  /** The number of the newest release. */
  readonly currentRelease: () => Promise<number>
  /** Calls back with each new release number until the returned function is called. */
  readonly subscribe: (onRelease: (release: number) => void) => () => void
}
