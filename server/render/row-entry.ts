import type { Work } from './place.ts'
import { GivenUp } from './step.ts'

interface Promised<T> {
  readonly made: Promise<T>
  readonly resolve: (made: T) => void
  readonly reject: (error: unknown) => void
}

function promised<T>(): Promised<T> {
  let [resolve, reject]: [Promised<T>['resolve'], Promised<T>['reject']] = [() => undefined, () => undefined]
  const made = new Promise<T>((yes, no) => {
    ;[resolve, reject] = [yes, no]
  })
  // Whoever has left hears nothing of it.
  made.catch(() => undefined)
  return { made, resolve, reject }
}

/** One thing of a row: what is to be done for it, how far that is, and how many want it. */
export class RowEntry<T> {
  readonly made: Promise<T>
  /** How far it is, once it is being made. */
  progress = { done: 0, of: 0 }
  over = false
  private readonly end: Promised<T>
  private readonly given = new AbortController()
  private wanting = 0

  constructor(
    readonly key: string,
    private readonly work: Work<T>
  ) {
    this.end = promised<T>()
    this.made = this.end.made
  }

  /** Makes it; `finished` is called whatever came of it. */
  begin(finished: () => void): void {
    const step = (done: number, of: number): void => void (this.progress = { done, of })
    Promise.resolve({ step, signal: this.given.signal })
      .then(this.work)
      .then(this.end.resolve, this.end.reject)
      .finally(() => {
        this.over = true
        finished()
      })
  }

  /** One more wants it. Returns how to want it no more, which calls `forsaken` where that was the last. */
  join(forsaken: () => void): () => void {
    this.wanting += 1
    let here = true
    return () => {
      if (!here) return
      here = false
      this.wanting -= 1
      if (this.wanting === 0 && !this.over) forsaken()
    }
  }

  /** Tells what makes it. */
  abort(): void {
    this.given.abort()
  }

  /** It will not begin any more. */
  drop(): void {
    this.over = true
    this.end.reject(new GivenUp())
  }
}
