import { queryOptions } from '@tanstack/react-query'
import { request } from './request.ts'

/** Every observation of one indicator, all areas and periods. */
export const observationsQuery = (indicator: string) =>
  queryOptions({ queryKey: ['observations', indicator], queryFn: ({ signal }) => request('observations', { indicator }, signal) })

/** What each figure counts. */
export const indicatorsQuery = () => queryOptions({ queryKey: ['indicators'], queryFn: ({ signal }) => request('indicators', {}, signal) })
