import { queryOptions } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { ask } from './ask.ts'

const Listing = z.object({ downloads: z.array(z.string()) })

/** The addresses of the pictures, tables and documents that lie in an exported folder. */
export const staticDownloadsQuery = () =>
  queryOptions({ queryKey: ['static-downloads'], queryFn: async () => new Set((await ask('/static-export.json', Listing)).downloads) })
