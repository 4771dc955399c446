import { randomBytes } from 'node:crypto'
import type { JobAnswer } from '#contract/jobs.ts'
import { notFound, type Problem } from '#contract/problem.ts'
import { Job, type JobEnd, type JobOrder } from './job.ts'
import { tooMany } from './row.ts'
import { GivenUp } from './step.ts'

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

interface Kept {
  readonly job: Job
  readonly patience: NodeJS.Timeout
}

const MOST = 100
const PATIENCE_MS = 30_000

/** What a job that was not made tells of that. */
const ending =
  ({ log, problemOf }: Pick<JobLimits, 'log' | 'problemOf'>) =>
  (error: unknown): JobEnd => {
    if (error instanceof GivenUp) return { state: 'cancelled' }
    const problem = problemOf(error)
    if (problem.status === 500) log(error)
    return { state: 'failed', problem: problem.toDetails() }
  }

/** Of those that are over the one that is missed least: what came to nothing before what is ready, the owner's own before others', the oldest first. */
function leastOf(jobs: ReadonlyMap<string, Kept>, owner: string): string | undefined {
  const over = [...jobs].flatMap(([id, { job }]) =>
    job.ended() === undefined ? [] : [{ id, worth: (job.ended() === 'ready' ? 2 : 0) + (job.owner === owner ? 0 : 1) }]
  )
  return over.toSorted((a, b) => a.worth - b.worth)[0]?.id
}

/** Keeps, for a while, how the things stand that somebody waits for without holding a connection. */
export function createJobs({ most = MOST, patienceMs = PATIENCE_MS, ...told }: JobLimits): Jobs {
  const jobs = new Map<string, Kept>()
  const endOf = ending(told)

  const remove = (id: string): void => {
    const kept = jobs.get(id)
    clearTimeout(kept?.patience)
    jobs.delete(id)
    kept?.job.leave()
  }

  /** Those that are over make room. */
  const hasRoom = (owner: string): boolean => {
    if (jobs.size < most) return true
    const least = leastOf(jobs, owner)
    if (least !== undefined) remove(least)
    return least !== undefined
  }

  const start = (order: JobOrder): string => {
    if (!hasRoom(order.owner)) {
      order.place.leave()
      throw tooMany()
    }
    const id = randomBytes(18).toString('base64url')
    jobs.set(id, { job: new Job(order, endOf), patience: setTimeout(() => remove(id), patienceMs).unref() })
    return id
  }

  const of = (owner: string, id: string): Kept => {
    const kept = jobs.get(id)
    if (kept === undefined || kept.job.owner !== owner) throw notFound('任务', id)
    return kept
  }

  const look = (owner: string, id: string): JobAnswer => {
    const { job, patience } = of(owner, id)
    patience.refresh()
    return job.answer()
  }

  return { start, look, cancel: (owner, id) => of(owner, id).job.cancel() }
}
