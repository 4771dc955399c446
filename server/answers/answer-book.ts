import type { Repository } from '#contract/repository.ts'
import { listeners } from '#server/listeners.ts'
import { oneAtATime } from '#server/one-at-a-time.ts'
import { recentlyUsed } from '#server/recently-used.ts'
import { buildAnswer, bytesOf, type Answer, type Effort } from './answer.ts'
import { endpointAnswer, type EndpointRequest } from './endpoint-answer.ts'
import { isStandard, standardRequests } from './standard-requests.ts'

export interface AnswerBook {
  /** The release that is served, wholly built; undefined until the first one is. */
  readonly release: () => number | undefined
  /** Builds what every screen fetches of the repository's newest release, then serves that release. */
  readonly turn: () => Promise<void>
  readonly answer: (request: EndpointRequest) => Promise<Answer>
  /** Called with each release once it is served. */
  readonly subscribe: (onRelease: (release: number) => void) => () => void
}

const KEPT_BYTES = 64e6

/** Absent and undefined parameters, in any order, are the same request. */
const keyOf = ({ endpoint, input }: EndpointRequest): string =>
  [
    endpoint.id,
    ...Object.keys(input)
      .toSorted()
      .flatMap((name) => (input[name] === undefined ? [] : [`${name}=${JSON.stringify(input[name])}`]))
  ].join('&')

export function createAnswerBook(repository: Repository, salt: string): AnswerBook {
  const kept = recentlyUsed<Answer>(KEPT_BYTES, bytesOf)
  const building = new Map<string, Promise<Answer>>()
  const turned = listeners<number>()
  const inTurn = oneAtATime()
  let standard: ReadonlyMap<string, Answer> = new Map()
  let served: number | undefined

  const build = async (request: EndpointRequest, effort: Effort) => buildAnswer(await endpointAnswer(repository, request), effort, salt)

  /**
   * Requests for the same answer at the same time share one building of it. What was once built with effort is so
   * again: the bytes of a release, and with them its tags, must not depend on when one asks.
   */
  const buildOnce = (key: string, request: EndpointRequest): Promise<Answer> => {
    const begun = building.get(key)
    if (begun !== undefined) return begun
    const answer = build(request, isStandard(request) ? 'best' : 'quick').finally(() => building.delete(key))
    building.set(key, answer)
    answer.then(
      (built) => kept.set(key, built),
      () => undefined
    )
    return answer
  }

  const turn = async (): Promise<void> => {
    const release = await repository.currentRelease()
    if (release === served) return
    const requests = await standardRequests(repository, release)
    standard = new Map(await Promise.all(requests.map(async (request) => [keyOf(request), await build(request, 'best')] as const)))
    served = release
    // A later pack may change what older views leave out.
    kept.clear()
    turned.call(release)
  }

  return {
    release: () => served,
    turn: () => inTurn(turn),
    answer: async ({ endpoint, input }) => {
      const atRelease = 'release' in endpoint.query.shape ? { ...input, release: input['release'] ?? served } : input
      const request = { endpoint, input: atRelease }
      const key = keyOf(request)
      return standard.get(key) ?? kept.get(key) ?? buildOnce(key, request)
    },
    subscribe: turned.add
  }
}
