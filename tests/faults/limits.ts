/** Milliseconds. */
export interface Pace {
  /** As in the address of the wall; none: its own. */
  readonly waits: string | undefined
  /** What the wall waits for an answer. */
  readonly patience: number
  readonly heartbeatSeconds: number
  /** The wall says that something is wrong, and so when it is the event stream alone. */
  readonly label: number
  readonly soon: number
  /** All is well again without anybody. */
  readonly recover: number
  /** A release that polling has to find. */
  readonly fresh: number
  /** How long a fault lasts that the wall need not mention. */
  readonly watch: number
  /** How long a fault lasts after the wall has mentioned it. */
  readonly settle: number
  /** How long a fault lasts at least while scenes change. */
  readonly turns: number
  /** From opening the page to the last good figures. */
  readonly boot: number
}

/** The limits of the task, at the wall's own intervals. */
export const WHOLE: Pace = {
  waits: undefined,
  patience: 6_000,
  heartbeatSeconds: 15,
  label: 60_000,
  soon: 5_000,
  recover: 10_000,
  fresh: 50_000,
  watch: 45_000,
  settle: 3_000,
  turns: 15_000,
  boot: 15_000
}

/** The same at short intervals; what the machine itself takes stays. */
export const SHORT: Pace = {
  waits: 'request:3,poll:1,silence:5,reconnectFirst:0.2,reconnectLongest:0.6,report:1',
  patience: 3_000,
  heartbeatSeconds: 1,
  label: 12_000,
  soon: 5_000,
  recover: 10_000,
  fresh: 6_000,
  watch: 5_000,
  settle: 1_000,
  turns: 8_000,
  boot: 15_000
}
