import { Problem } from '#contract/problem.ts'
import type { Place, Standing, Work } from './place.ts'
import { RowEntry } from './row-entry.ts'

export interface Row<T> {
  /** A place at what is being made under this key, or behind all others. @throws Problem 503 while too many wait */
  readonly place: (key: string, work: Work<T>) => Place<T>
}

export const tooMany = (): Problem => new Problem(503, '暂时做不过来', '正在生成的图片和文件太多，请稍后再试')

class OneAfterTheOther<T> implements Row<T> {
  private readonly wanted = new Map<string, RowEntry<T>>()
  private readonly waiting: RowEntry<T>[] = []
  private current: RowEntry<T> | undefined

  constructor(private readonly most: number) {}

  place(key: string, work: Work<T>): Place<T> {
    const entry = this.wanted.get(key) ?? this.added(key, work)
    return { made: entry.made, standing: () => this.standing(entry), leave: entry.join(() => this.giveUp(entry)) }
  }

  private added(key: string, work: Work<T>): RowEntry<T> {
    if (this.waiting.length + this.inHand() >= this.most) throw tooMany()
    const entry = new RowEntry(key, work)
    this.wanted.set(key, entry)
    this.waiting.push(entry)
    this.next()
    return entry
  }

  private next(): void {
    if (this.current !== undefined) return
    const entry = this.waiting.shift()
    this.current = entry
    entry?.begin(() => this.finish(entry))
  }

  private finish(entry: RowEntry<T>): void {
    this.forget(entry)
    this.current = undefined
    this.next()
  }

  private giveUp(entry: RowEntry<T>): void {
    this.forget(entry)
    entry.abort()
    const at = this.waiting.indexOf(entry)
    if (at < 0) return
    this.waiting.splice(at, 1)
    entry.drop()
  }

  private forget(entry: RowEntry<T>): void {
    if (this.wanted.get(entry.key) === entry) this.wanted.delete(entry.key)
  }

  private standing(entry: RowEntry<T>): Standing {
    if (entry.over) return { state: 'over' }
    if (entry === this.current) return { state: 'making', ...entry.progress }
    return { state: 'waiting', ahead: this.waiting.indexOf(entry) + this.inHand() }
  }

  private inHand(): number {
    return this.current === undefined ? 0 : 1
  }
}

/** Makes things one after the other, each once for all that ask for it meanwhile. `most` counts those that wait and the one that is made. */
export const createRow = <T>(most: number): Row<T> => new OneAfterTheOther<T>(most)
