/** One task of the page's main thread. All times are milliseconds; starts count from the begin of the window. */
export interface Task {
  readonly start: number
  /** By the clock on the wall, as whoever looks at the screen has it. */
  readonly duration: number
  /** What the thread itself worked: far less than the duration where the machine was busy with something else. */
  readonly cpu: number
  /** What ran in it, longest first. */
  readonly what: string
}

/** A time in which something is due to happen: from the action until the page has painted it and its motion is over. */
export interface Interval {
  readonly label: string
  readonly from: number
  readonly to: number
}

/** What a page did in a window of time. Milliseconds from the begin of the window. */
export interface Recording {
  readonly length: number
  readonly tasks: readonly Task[]
  readonly intervals: readonly Interval[]
  /** When the main thread made a frame. */
  readonly frames: readonly number[]
  /** When a callback of `requestAnimationFrame` ran. */
  readonly callbacks: readonly number[]
}
