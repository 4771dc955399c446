import { queryOptions } from '@tanstack/react-query'
import { request } from './request.ts'

/** Titles, sources, map terms and the scenes of the deployment. */
export const packQuery = (release?: number) =>
  queryOptions({ queryKey: ['pack', release ?? null], queryFn: ({ signal }) => request('pack', { release }, signal) })
