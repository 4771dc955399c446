import { useQuery, useQueryClient, type Query, type QueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { announceRelease, isAnswerQuery } from '#queries/announced.ts'
import { RequestError } from '#queries/request.ts'
import { versionQuery } from '#queries/version-query.ts'
import { WAIT } from '#tokens/durations.ts'

const MINUTE = 60_000

/** A server that answers, whatever it says, has no need to be asked soon. */
const isUnreachable = (error: unknown): boolean => error !== null && !(error instanceof RequestError && error.status !== undefined)

/**
 * A browser allows a server six connections over HTTP/1.1, and a page may have a dozen frames: none of them may keep a stream open.
 * Each asks a short question now and then, not while nobody sees it, and at once when it is seen again or has a network again.
 */
const WATCHED = {
  refetchInterval: (query: { readonly state: { readonly error: unknown } }): number => (isUnreachable(query.state.error) ? WAIT.retry : MINUTE),
  refetchIntervalInBackground: false,
  refetchOnWindowFocus: 'always',
  refetchOnReconnect: 'always'
} as const

type Asked = Pick<Query, 'queryKey' | 'state'>

const isAnswer = (query: Asked): boolean => isAnswerQuery(query) && query.queryKey[0] !== versionQuery().queryKey[0]
const hasFailed = (query: Asked): boolean => isAnswer(query) && query.state.status === 'error'

/** Whether something on the page is of another release. */
const isBehind = (client: QueryClient, release: number): boolean =>
  client
    .getQueriesData<{ release?: number }>({ type: 'active', predicate: ({ queryKey }) => ['scene', 'panel'].includes(String(queryKey[0])) })
    .some(([, answer]) => answer?.release !== undefined && answer.release !== release)

/** What the server has said so far. */
interface Known {
  readonly release?: number
  /** It has not answered since. */
  readonly failed: boolean
}

/** Keeps what is shown fresh without a stream. What is frozen stays: only what could not be had is asked for again. */
export function useReleaseWatch(frozen: boolean): void {
  const client = useQueryClient()
  const { data, dataUpdatedAt, isError } = useQuery({ ...versionQuery(), ...WATCHED })
  const known = useRef<Known>({ failed: false })
  const release = data?.release
  useEffect(() => {
    if (!isError || known.current.failed) return
    known.current = { ...known.current, failed: true }
    // Whether it is an outage for what is shown too is found out by asking.
    if (!frozen) void client.invalidateQueries({ predicate: isAnswer })
  }, [client, isError, frozen])
  useEffect(() => {
    if (release === undefined || isError) return
    const { release: before = release, failed } = known.current
    known.current = { release, failed: false }
    announceRelease(client, release)
    // Behind the same number a restarted server may answer otherwise: after a break all is asked for anew.
    const isNews = failed || before !== release
    if (frozen ? isNews : isNews || isBehind(client, release)) void client.invalidateQueries({ predicate: frozen ? hasFailed : isAnswer })
  }, [client, release, dataUpdatedAt, isError, frozen])
}
