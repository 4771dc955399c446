import { queryOptions } from '@tanstack/react-query'
import { request } from './request.ts'
import { orStored } from './stand-in.ts'

/** The children of a region with outline, echo lines and neighbours. */
export const boundariesQuery = (code: string, release?: number) =>
  queryOptions({
    queryKey: ['boundaries', code, release ?? null],
    queryFn: (context) => orStored(context, () => request('boundaries', { code, context: '1', release }, context.signal))
  })
