import * as z from 'zod/mini'
import { ProblemDetails } from './problem.ts'

/** A file that is being made: `POST` is none, since asking for the file with `Prefer: respond-async` begins one. */
export const jobPath = '/api/v1/jobs/:id'

export const JobParams = z.object({ id: z.string() })

/** RFC 7240: the answer is 202 with the address of a job, unless the file is there already. */
export const RESPOND_ASYNC = 'respond-async'

/** How a file is coming on. `of` slides or sheets is 0 until it is known how many there are; `file` is where the file is. */
export const JobAnswer = z.discriminatedUnion('state', [
  z.object({ state: z.literal('waiting'), ahead: z.int() }),
  z.object({ state: z.literal('making'), done: z.int(), of: z.int() }),
  z.object({ state: z.literal('ready'), file: z.string() }),
  z.object({ state: z.literal('failed'), problem: ProblemDetails }),
  z.object({ state: z.literal('cancelled') })
])
export type JobAnswer = z.infer<typeof JobAnswer>
