import { queryOptions } from '@tanstack/react-query'
import { request } from './request.ts'

/** The children of a region with outline, echo lines and neighbours. */
export const boundariesQuery = (code: string, release?: number) =>
  queryOptions({
    queryKey: ['boundaries', code, release ?? null],
    queryFn: ({ signal }) => request('boundaries', { code, context: '1', release }, signal)
  })
