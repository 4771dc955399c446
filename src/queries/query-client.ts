import { QueryClient } from '@tanstack/react-query'
import { WAIT } from '#tokens/durations.ts'

const DAY = 86_400_000

/**
 * A wall polls whether or not the browser thinks it is online or visible. Data stays in memory for a
 * day; gcTime must stay under 24 days (a timer's limit).
 */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: DAY,
        gcTime: DAY,
        retry: false,
        refetchOnWindowFocus: false,
        refetchIntervalInBackground: true,
        refetchInterval: (query) => (query.state.status === 'error' ? WAIT.retry : false)
      }
    }
  })
