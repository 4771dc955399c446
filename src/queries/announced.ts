import type { Query, QueryClient } from '@tanstack/react-query'

const KEY = ['announced'] as const

/** Every other query holds what was answered, not what was announced. */
export const isAnswerQuery = ({ queryKey }: Pick<Query, 'queryKey'>): boolean => queryKey[0] !== KEY[0]

/** What the event stream named last. */
interface Announcement {
  readonly release: number
  /** Monotonic milliseconds. */
  readonly moment: number
}

export const announcement = (client: QueryClient): Announcement | undefined => client.getQueryData<Announcement>(KEY)

export const announceRelease = (client: QueryClient, release: number): void => void client.setQueryData(KEY, { release, moment: performance.now() })
