import { endpoints, type EndpointId } from '#contract/endpoints.ts'
import type { Repository } from '#contract/repository.ts'
import type { EndpointRequest } from './endpoint-answer.ts'

const requestTo = (id: EndpointId, input: EndpointRequest['input']): EndpointRequest[] =>
  endpoints.filter((endpoint) => endpoint.id === id).map((endpoint) => ({ endpoint, input }))

/** What every screen fetches: all that needs no parameter, each scene, and the map around the root. */
export async function standardRequests(repository: Repository, release: number): Promise<EndpointRequest[]> {
  const { info, scenes } = await repository.pack({ release })
  return [
    ...endpoints.filter(({ path }) => !path.includes(':')).map((endpoint) => ({ endpoint, input: 'release' in endpoint.query.shape ? { release } : {} })),
    ...scenes.flatMap(({ id }) => requestTo('scene', { id, release })),
    ...requestTo('boundaries', { code: info.root, context: '1', release })
  ]
}
