import { queryOptions } from '@tanstack/react-query'
import { request } from './request.ts'

/** Version of the software and the pack, and the address that the server is reached at from outside. */
export const versionQuery = () => queryOptions({ queryKey: ['version'], queryFn: ({ signal }) => request('version', {}, signal) })
