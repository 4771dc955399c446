import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod/mini'
import { JobParams, jobPath, RESPOND_ASYNC, type JobAnswer } from '#contract/jobs.ts'
import { createJobs, type Jobs } from '#server/render/jobs.ts'
import type { Place } from '#server/render/place.ts'
import { parseInput, refuseOtherMethods } from './endpoint-routes.ts'
import { problemOf, type Log } from './problems.ts'

const NONE = z.object({})

/** With access by token the gate has read it before. */
const ownerOf = ({ headers }: FastifyRequest): string => headers.authorization ?? ''

/** Whether the client would rather ask again than wait. Only a GET begins anything. */
export const prefersAsync = ({ method, headers }: FastifyRequest): boolean =>
  method === 'GET' &&
  [headers['prefer']]
    .flat()
    .join(',')
    .split(',')
    .some((one) => one.split(';')[0]?.trim().toLowerCase() === RESPOND_ASYNC)

/** Jobs do not outlive the process, nor do they keep it. */
export const jobsOf = (log: Log): Jobs => createJobs({ log, problemOf })

const tell = (reply: FastifyReply, answer: JobAnswer): FastifyReply => reply.header('cache-control', 'no-store').send(answer)

/** Answers where it can be asked how the file is coming on. @throws Problem 503 while there are too many jobs */
export function accept(request: FastifyRequest, reply: FastifyReply, jobs: Jobs, { place, file }: { readonly place: Place<unknown>; readonly file: string }) {
  const id = jobs.start({ owner: ownerOf(request), place, file })
  // Who has gone before hearing of it will not ask.
  if (reply.raw.destroyed) place.leave()
  reply.code(202).headers({ location: jobPath.replace(':id', id), 'preference-applied': RESPOND_ASYNC, vary: 'Prefer' })
  return tell(reply, jobs.look(ownerOf(request), id))
}

/** How files are coming on that were asked for with `Prefer: respond-async`, and the way to give them up. */
export function jobRoutes(app: FastifyInstance, jobs: Jobs): void {
  const idOf = (request: FastifyRequest): string => parseInput({ params: JobParams, query: NONE }, request).id
  app.get(jobPath, (request, reply) => tell(reply, jobs.look(ownerOf(request), idOf(request))))
  app.delete(jobPath, (request, reply) => {
    jobs.cancel(ownerOf(request), idOf(request))
    return reply.code(204).header('cache-control', 'no-store').send()
  })
  refuseOtherMethods(app, jobPath, ['GET', 'HEAD', 'DELETE'])
}
