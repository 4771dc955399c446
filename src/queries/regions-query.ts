import { queryOptions } from '@tanstack/react-query'
import { request } from './request.ts'
import { orStored } from './stand-in.ts'

/** All regions of the deployment. */
export const regionsQuery = () => queryOptions({ queryKey: ['regions'], queryFn: (context) => orStored(context, () => request('regions', {}, context.signal)) })
