import type { EndpointAnswer, EndpointId, EndpointInput } from '#contract/endpoints.ts'
import { request } from '#queries/request.ts'

/** A request that lets whatever the page itself needs go first. @throws what `request` throws */
export const askQuietly = <Id extends EndpointId>(id: Id, input: EndpointInput<Id>, signal: AbortSignal): Promise<EndpointAnswer<Id>> =>
  request(id, input, signal, { priority: 'low' })
