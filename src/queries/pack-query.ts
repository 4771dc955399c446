import { queryOptions } from '@tanstack/react-query'
import { request } from './request.ts'
import { orStored } from './stand-in.ts'

/** Titles, sources, map terms and the scenes of the deployment. */
export const packQuery = (release?: number) =>
  queryOptions({ queryKey: ['pack', release ?? null], queryFn: (context) => orStored(context, () => request('pack', { release }, context.signal)) })
