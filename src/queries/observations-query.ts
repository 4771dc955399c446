import { queryOptions } from '@tanstack/react-query'
import { request } from './request.ts'
import { orStored } from './stand-in.ts'

/** Every observation of one indicator, all areas and periods. */
export const observationsQuery = (indicator: string) =>
  queryOptions({ queryKey: ['observations', indicator], queryFn: (context) => orStored(context, () => request('observations', { indicator }, context.signal)) })

/** Every observation of one area, all indicators and periods. */
export const areaObservationsQuery = (refArea: string, release?: number) =>
  queryOptions({
    queryKey: ['observations', 'area', refArea, release ?? null],
    queryFn: (context) => orStored(context, () => request('observations', { refArea, release }, context.signal))
  })

/** What each figure counts. */
export const indicatorsQuery = () =>
  queryOptions({ queryKey: ['indicators'], queryFn: (context) => orStored(context, () => request('indicators', {}, context.signal)) })
