import type { Exchange } from './exchange.ts'

/** What a request asks for: an answer of the API, the event stream, or the page with its files. */
export type Kind = 'api' | 'events' | 'page'

/**
 * How the wall says that something is wrong: `must` within a minute; `soon` within 5 s (the event stream alone); `none`,
 * because all is well for the wall; `may`, where both are right.
 */
export type Label = 'must' | 'soon' | 'none' | 'may'

export interface Expectation {
  readonly label: Label
  /** A release published while the fault lasts reaches the screen while it lasts. */
  readonly fresh?: boolean
}

/** What happens to the event streams, those that are open and those to come. */
export interface StreamFault {
  /** The open ones are cut as the fault begins. */
  readonly cut?: boolean
  /** What passes through them: the server's text, as changed. */
  readonly rewrite?: (text: string) => string
  /** What is withheld while the fault lasts arrives when it ends, as after a stalled line. */
  readonly withhold?: boolean
  /** Said into every open stream as the fault begins, and into each one that opens. */
  readonly storm?: readonly string[]
}

/** What the proxy does to those who connect. */
export type Door = 'refuse' | 'reset'

/** What is wrong with the wall's own machine. */
export interface Machine {
  /** Its clock is so many milliseconds off, one value after the other for `each` milliseconds. */
  readonly offsets?: readonly number[]
  readonly each?: number
  readonly zone?: string
}

/** A fault is data, and functions that do what its name says. */
export interface Fault {
  readonly name: string
  readonly group: string
  /** The words of faults.md, or of the task, that it stands for. */
  readonly from: string
  readonly on: Kind | 'all' | 'wall' | 'server'
  readonly expect: Expectation
  /** Takes the place of passing a request on; `false` passes it on after all. */
  readonly answer?: (exchange: Exchange) => Promise<boolean | void> | boolean | void
  readonly streams?: StreamFault
  readonly door?: Door
  /** The server itself is killed, and started again at the end. */
  readonly kill?: boolean
  readonly machine?: Machine
  /** Intervals for this one, as in the address of the wall: an hour at the usual ones goes by in half a minute. */
  readonly waits?: string
  /** At least so many requests must have met it. */
  readonly atLeast?: number
  /** Requests in one second that are not the wall's own doing. */
  readonly peak?: number
}

export const hits = ({ on }: Fault, kind: Kind): boolean => on === 'all' || on === kind
