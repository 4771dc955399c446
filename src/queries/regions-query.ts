import { queryOptions } from '@tanstack/react-query'
import { request } from './request.ts'

/** All regions of the deployment. */
export const regionsQuery = () => queryOptions({ queryKey: ['regions'], queryFn: ({ signal }) => request('regions', {}, signal) })
