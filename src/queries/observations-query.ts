import { queryOptions } from '@tanstack/react-query'
import { request } from './request.ts'

/** Every observation of one indicator, all areas and periods. */
export const observationsQuery = (indicator: string) =>
  queryOptions({ queryKey: ['observations', indicator], queryFn: ({ signal }) => request('observations', { indicator }, signal) })

/** Every observation of one area, all indicators and periods. */
export const areaObservationsQuery = (refArea: string, release?: number) =>
  queryOptions({
    queryKey: ['observations', 'area', refArea, release ?? null],
    queryFn: ({ signal }) => request('observations', { refArea, release }, signal)
  })

/** What each figure counts. */
export const indicatorsQuery = () => queryOptions({ queryKey: ['indicators'], queryFn: ({ signal }) => request('indicators', {}, signal) })
