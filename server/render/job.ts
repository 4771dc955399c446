import type { JobAnswer } from '#contract/jobs.ts'
import type { Place } from './place.ts'

/** What is asked for once and looked after until it is there. */
export interface JobOrder {
  /** The credential that may hear of it; empty where none is asked for. */
  readonly owner: string
  readonly place: Place<unknown>
  /** Where the file is once it is made. */
  readonly file: string
}

export type JobEnd = Extract<JobAnswer, { readonly state: 'ready' | 'failed' | 'cancelled' }>

/** One file that somebody waits for without holding a connection. */
export class Job {
  readonly owner: string
  private readonly file: string
  /** The end takes the place's place: a place holds the file that was made. */
  private now: { readonly place: Place<unknown> } | { readonly end: JobEnd }

  /** `endOf` says what came of it where it was not made; told once, and of no job that has ended before. */
  constructor({ owner, file, place }: JobOrder, endOf: (error: unknown) => JobEnd) {
    this.owner = owner
    this.file = file
    this.now = { place }
    place.made.then(
      () => this.finish(() => ({ state: 'ready', file })),
      (error: unknown) => this.finish(() => endOf(error))
    )
  }

  answer(): JobAnswer {
    if ('end' in this.now) return this.now.end
    const standing = this.now.place.standing()
    return standing.state === 'over' ? { state: 'ready', file: this.file } : standing
  }

  /** How it ended; undefined while it goes on. */
  ended(): JobEnd['state'] | undefined {
    return 'end' in this.now ? this.now.end.state : undefined
  }

  /** What is there already stays there. */
  cancel(): void {
    this.leave()
    this.finish(() => ({ state: 'cancelled' }))
  }

  leave(): void {
    if ('place' in this.now) this.now.place.leave()
  }

  private finish(end: () => JobEnd): void {
    if ('place' in this.now) this.now = { end: end() }
  }
}
