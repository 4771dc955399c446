import type { QueryClient } from '@tanstack/react-query'
import { RequestError } from '#queries/request.ts'
import { WAIT } from '#tokens/durations.ts'

const isMissing = (error: unknown): boolean => error instanceof RequestError && error.status === 404

/**
 * One of many on somebody's page: what fails is asked for again only while somebody sees it, and what is not there (a release, a
 * panel) only when there is another release.
 */
export function askSparingly(client: QueryClient): void {
  const { queries, ...others } = client.getDefaultOptions()
  client.setDefaultOptions({
    ...others,
    queries: {
      ...queries,
      refetchIntervalInBackground: false,
      refetchInterval: ({ state: { error, status } }) => (status === 'error' && !isMissing(error) ? WAIT.retry : false)
    }
  })
}
