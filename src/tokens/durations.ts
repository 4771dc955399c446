/** Milliseconds. Motion is short and happens on change only: nothing loops while data is idle. */
export const MOTION = { tick: 200, enter: 480, metric: 640, scene: 800 } as const

export const WAIT = {
  /** One request may take this long; a hung one must not block the next poll. */
  request: 10_000,
  /** Polling while the event stream is down. */
  poll: 30_000,
  /** A stream without a heartbeat for this long is dead. */
  heartbeat: 40_000,
  /** First and longest wait before the stream is opened again; jitter is added. */
  reconnectFirst: 1_000,
  reconnectLongest: 30_000,
  /** A load that takes longer says so. */
  slowLoad: 8_000
} as const
