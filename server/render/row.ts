import { Problem } from '#contract/problem.ts'
import { GivenUp, type Step } from './step.ts'

/** Where something stands that is being made. `of` is 0 until it is known how much there is to do. */
export type Standing =
  | { readonly state: 'waiting'; readonly ahead: number }
  | { readonly state: 'making'; readonly done: number; readonly of: number }
  | { readonly state: 'over' }

/** What one that asks has of something that is made for all that ask for it. */
export interface Place<T> {
  /** @throws GivenUp where all have left before it was made */
  readonly made: Promise<T>
  readonly standing: () => Standing
  /** This one does not want it any more; what nobody wants is given up. */
  readonly leave: () => void
}

export interface Ways {
  readonly step: Step
  /** Aborted where nobody waits any more. */
  readonly signal: AbortSignal
}

/** Begun when its turn has come: until then nothing of it is held but this. */
export type Work<T> = (ways: Ways) => Promise<T>

interface Entry<T> {
  readonly key: string
  readonly work: Work<T>
  readonly made: Promise<T>
  readonly resolve: (made: T) => void
  readonly reject: (error: unknown) => void
  readonly given: AbortController
  waiting: number
  done: number
  of: number
  over: boolean
}

export interface Row<T> {
  /** A place at what is being made under this key, or behind all others. @throws Problem 503 while too many wait */
  readonly place: (key: string, work: Work<T>) => Place<T>
}

export const tooMany = (): Problem => new Problem(503, '暂时做不过来', '正在生成的图片和文件太多，请稍后再试')

function entryOf<T>(key: string, work: Work<T>): Entry<T> {
  let [resolve, reject]: [Entry<T>['resolve'], Entry<T>['reject']] = [() => undefined, () => undefined]
  const made = new Promise<T>((yes, no) => {
    ;[resolve, reject] = [yes, no]
  })
  // Whoever has left hears nothing of it.
  made.catch(() => undefined)
  return { key, work, made, resolve, reject, given: new AbortController(), waiting: 0, done: 0, of: 0, over: false }
}

/** Makes things one after the other, each once for all that ask for it meanwhile. `most` counts those that wait and the one that is made. */
export function createRow<T>(most: number): Row<T> {
  const wanted = new Map<string, Entry<T>>()
  const row: Entry<T>[] = []
  let current: Entry<T> | undefined

  const forget = (entry: Entry<T>): void => {
    if (wanted.get(entry.key) === entry) wanted.delete(entry.key)
  }

  const finish = (entry: Entry<T>): void => {
    forget(entry)
    entry.over = true
    current = undefined
    next()
  }

  const next = (): void => {
    if (current !== undefined) return
    const entry = row.shift()
    if (entry === undefined) return
    current = entry
    const step: Step = (done, of) => void Object.assign(entry, { done, of })
    Promise.resolve({ step, signal: entry.given.signal })
      .then(entry.work)
      .then(entry.resolve, entry.reject)
      .finally(() => finish(entry))
  }

  const giveUp = (entry: Entry<T>): void => {
    if (entry.over) return
    forget(entry)
    entry.given.abort()
    const at = row.indexOf(entry)
    if (at < 0) return
    row.splice(at, 1)
    entry.over = true
    entry.reject(new GivenUp())
  }

  const standing = (entry: Entry<T>): Standing => {
    if (entry.over) return { state: 'over' }
    if (entry === current) return { state: 'making', done: entry.done, of: entry.of }
    return { state: 'waiting', ahead: row.indexOf(entry) + (current === undefined ? 0 : 1) }
  }

  const placeAt = (entry: Entry<T>): Place<T> => {
    entry.waiting += 1
    let here = true
    const leave = (): void => {
      if (!here) return
      here = false
      entry.waiting -= 1
      if (entry.waiting === 0) giveUp(entry)
    }
    return { made: entry.made, standing: () => standing(entry), leave }
  }

  const added = (key: string, work: Work<T>): Entry<T> => {
    if (row.length + (current === undefined ? 0 : 1) >= most) throw tooMany()
    const entry = entryOf(key, work)
    wanted.set(key, entry)
    row.push(entry)
    next()
    return entry
  }

  return { place: (key, work) => placeAt(wanted.get(key) ?? added(key, work)) }
}
