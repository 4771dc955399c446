import { randomBytes } from 'node:crypto'
import type { JobAnswer } from '#contract/jobs.ts'
import { notFound, Problem } from '#contract/problem.ts'
import type { Place } from './row.ts'
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

interface Job extends JobOrder {
  readonly patience: NodeJS.Timeout
  end: Extract<JobAnswer, { readonly state: 'ready' | 'failed' | 'cancelled' }> | undefined
}

const MOST = 100
const PATIENCE_MS = 30_000

const answerOf = ({ end, place, file }: Job): JobAnswer => {
  const standing = place.standing()
  return end ?? (standing.state === 'over' ? { state: 'ready', file } : standing)
}

/** Keeps, for a while, how the things stand that somebody waits for without holding a connection. */
export function createJobs({ log, problemOf, most = MOST, patienceMs = PATIENCE_MS }: JobLimits): Jobs {
  const jobs = new Map<string, Job>()

  const remove = (id: string): void => {
    const job = jobs.get(id)
    clearTimeout(job?.patience)
    jobs.delete(id)
    job?.place.leave()
  }

  const endOf = (error: unknown): NonNullable<Job['end']> => {
    if (error instanceof GivenUp) return { state: 'cancelled' }
    const problem = problemOf(error)
    if (problem.status === 500) log(error)
    return { state: 'failed', problem: problem.toDetails() }
  }

  const follow = (job: Job): void => {
    job.place.made.then(
      () => (job.end ??= { state: 'ready', file: job.file }),
      (error: unknown) => (job.end ??= endOf(error))
    )
  }

  /** Those that are over make room, the oldest first. */
  const hasRoom = (): boolean => {
    if (jobs.size < most) return true
    const over = [...jobs].find(([, { end }]) => end !== undefined)
    if (over !== undefined) remove(over[0])
    return over !== undefined
  }

  const of = (owner: string, id: string): Job => {
    const job = jobs.get(id)
    if (job === undefined || job.owner !== owner) throw notFound('任务', id)
    return job
  }

  return {
    start: (order) => {
      if (!hasRoom()) {
        order.place.leave()
        throw new Problem(503, '暂时做不过来', '正在生成的图片和文件太多，请稍后再试')
      }
      const id = randomBytes(18).toString('base64url')
      const job: Job = { ...order, end: undefined, patience: setTimeout(() => remove(id), patienceMs).unref() }
      jobs.set(id, job)
      follow(job)
      return id
    },
    look: (owner, id) => {
      const job = of(owner, id)
      job.patience.refresh()
      return answerOf(job)
    },
    cancel: (owner, id) => {
      const job = of(owner, id)
      job.end ??= { state: 'cancelled' }
      job.place.leave()
    }
  }
}
