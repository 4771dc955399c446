import { randomBytes } from 'node:crypto'
import type { JobAnswer } from '#contract/jobs.ts'
import { notFound, type Problem } from '#contract/problem.ts'
import { tooMany, type Place } from './row.ts'
import { GivenUp } from './step.ts'

/** What is asked for once and looked after until it is there. */
export interface JobOrder {
  /** The credential that may hear of it; empty where none is asked for. */
  readonly owner: string
  readonly place: Place<unknown>
  /** Where the file is once it is made. */
  readonly file: string
}

export interface Jobs {
  /** Returns the job's id, which nobody guesses. @throws Problem 503 while there are too many; the place is left then */
  readonly start: (order: JobOrder) => string
  /** @throws Problem 404 for another's job, and for one that has gone */
  readonly look: (owner: string, id: string) => JobAnswer
  /** What is there already stays there. @throws Problem 404 as `look` */
  readonly cancel: (owner: string, id: string) => void
}

interface JobLimits {
  readonly log: (error: unknown) => void
  /** What a job's failure says outside. */
  readonly problemOf: (error: unknown) => Problem
  /** How many there are at most, those that are over among them. */
  readonly most?: number
  /** A job that nobody asks for so long is given up, or forgotten. */
  readonly patienceMs?: number
}

type End = Extract<JobAnswer, { readonly state: 'ready' | 'failed' | 'cancelled' }>

interface Job {
  readonly owner: string
  readonly file: string
  readonly patience: NodeJS.Timeout
  /** The end takes the place's place: a place holds the file that was made. */
  now: { readonly place: Place<unknown> } | { readonly end: End }
}

const MOST = 100
const PATIENCE_MS = 30_000

const answerOf = ({ now, file }: Job): JobAnswer => {
  if ('end' in now) return now.end
  const standing = now.place.standing()
  return standing.state === 'over' ? { state: 'ready', file } : standing
}

const leave = ({ now }: Job): void => {
  if ('place' in now) now.place.leave()
}

const finish = (job: Job, end: End): void => {
  if ('place' in job.now) job.now = { end }
}

/** Keeps, for a while, how the things stand that somebody waits for without holding a connection. */
export function createJobs({ log, problemOf, most = MOST, patienceMs = PATIENCE_MS }: JobLimits): Jobs {
  const jobs = new Map<string, Job>()

  const remove = (id: string): void => {
    const job = jobs.get(id)
    clearTimeout(job?.patience)
    jobs.delete(id)
    if (job !== undefined) leave(job)
  }

  const endOf = (error: unknown): End => {
    if (error instanceof GivenUp) return { state: 'cancelled' }
    const problem = problemOf(error)
    if (problem.status === 500) log(error)
    return { state: 'failed', problem: problem.toDetails() }
  }

  const follow = (job: Job, made: Promise<unknown>): void => {
    made.then(
      () => finish(job, { state: 'ready', file: job.file }),
      (error: unknown) => 'place' in job.now && finish(job, endOf(error))
    )
  }

  /** Those that are over make room: what came to nothing before what is ready, the owner's own before others', the oldest first. */
  const hasRoom = (owner: string): boolean => {
    if (jobs.size < most) return true
    const over = [...jobs].flatMap(([id, job]) =>
      'end' in job.now ? [{ id, worth: (job.now.end.state === 'ready' ? 2 : 0) + (job.owner === owner ? 0 : 1) }] : []
    )
    const [least] = over.toSorted((a, b) => a.worth - b.worth)
    if (least !== undefined) remove(least.id)
    return least !== undefined
  }

  const of = (owner: string, id: string): Job => {
    const job = jobs.get(id)
    if (job === undefined || job.owner !== owner) throw notFound('任务', id)
    return job
  }

  return {
    start: (order) => {
      if (!hasRoom(order.owner)) {
        order.place.leave()
        throw tooMany()
      }
      const id = randomBytes(18).toString('base64url')
      const { owner, file, place } = order
      const job: Job = { owner, file, now: { place }, patience: setTimeout(() => remove(id), patienceMs).unref() }
      jobs.set(id, job)
      follow(job, place.made)
      return id
    },
    look: (owner, id) => {
      const job = of(owner, id)
      job.patience.refresh()
      return answerOf(job)
    },
    cancel: (owner, id) => {
      const job = of(owner, id)
      leave(job)
      finish(job, { state: 'cancelled' })
    }
  }
}
