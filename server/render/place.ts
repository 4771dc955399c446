import type { Step } from './step.ts'

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
