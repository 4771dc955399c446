/** Milliseconds. Motion is short and happens on change only: nothing loops while data is idle. */
export const MOTION = { tick: 200, enter: 480, metric: 640, scene: 800 } as const

/** When the marks of a scene that comes in place of another one begin to show, and for how long: the solid ones are there at once. */
export const ENTRANCE = {
  hollow: { delay: MOTION.enter, duration: MOTION.enter },
  leader: { delay: 2 * MOTION.enter, duration: MOTION.tick }
} as const

/** How long to wait for what, in milliseconds. */
export interface Waits {
  /** One request may take this long, two thirds of it where the last one failed; a hung one must not block the next poll. */
  readonly request: number
  /** Polling while the event stream is down; on a wall always. */
  readonly poll: number
  /** Asking again while requests fail. */
  readonly retry: number
  /** A stream without a heartbeat for this long is dead. */
  readonly silence: number
  /** First and longest wait before the stream is opened again; jitter is added. */
  readonly reconnectFirst: number
  readonly reconnectLongest: number
  /** Between two reports of a wall. */
  readonly report: number
  /** A wall that is steered goes back to its round when nothing has come from the tablet for so long. */
  readonly remote: number
  /** A load that takes longer says so. */
  readonly slowLoad: number
}

const DEFAULTS: Waits = {
  request: 10_000,
  poll: 30_000,
  retry: 4_000,
  silence: 40_000,
  reconnectFirst: 500,
  reconnectLongest: 3_000,
  report: 15_000,
  remote: 60_000,
  slowLoad: 8_000
}

/** Those in force. A wall sets its own once, before anything waits. */
export const WAIT: Waits = { ...DEFAULTS }

export function setWaits(waits: Partial<Waits>): void {
  Object.assign(WAIT, DEFAULTS, waits)
}
