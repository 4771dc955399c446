import type { Endpoint } from '#contract/endpoints.ts'
import type { Repository } from '#contract/repository.ts'

/** A request by its endpoint and its parsed parameters. */
export interface EndpointRequest {
  readonly endpoint: Endpoint
  readonly input: Readonly<Record<string, unknown>>
}

/**
 * Asks the repository and holds its answer to the contract. `input` was parsed by this very endpoint's schemas,
 * which the type system cannot carry through the table: the one cast this needs.
 * @throws Error when the answer breaks the contract.
 */
export async function endpointAnswer(repository: Repository, { endpoint, input }: EndpointRequest): Promise<unknown> {
  const method = repository[endpoint.id] as (input: object) => Promise<unknown>
  const { success, data, error } = endpoint.response.safeParse(await method(input))
  if (!success) throw new Error(`${endpoint.id} answers against the contract: ${JSON.stringify(error.issues.slice(0, 3))}`)
  return data
}
