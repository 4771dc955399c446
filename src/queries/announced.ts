import type { QueryClient } from '@tanstack/react-query'

const KEY = ['announced'] as const

/** The release that the event stream named last; 0 before it has. */
export const announcedRelease = (client: QueryClient): number => client.getQueryData<number>(KEY) ?? 0

export const announceRelease = (client: QueryClient, release: number): void => void client.setQueryData(KEY, release)
