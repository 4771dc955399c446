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

/** Whether every screen fetches this, of the release it shows. Absent parameters may be there as undefined. */
export function isStandard({ endpoint, input }: EndpointRequest): boolean {
  const given = Object.keys(input)
    .filter((name) => input[name] !== undefined && name !== 'release')
    .toSorted()
    .join()
  if (endpoint.id === 'boundaries') return given === 'code,context' && input['context'] === '1'
  return given === (endpoint.id === 'scene' ? 'id' : '')
}
