/** What the wall shows for a while. */
export interface Step {
  /** Tells steps apart: a scene may come several times in a round. */
  readonly key: string
  readonly scene: string
  readonly region?: string
  readonly metric?: string
  readonly seconds: number
}

/** One showing of a step: it keeps its number, and with it its place in the page, while it is prepared, shown and left. */
export interface Run {
  readonly run: number
  readonly step: Step
}

export interface Playing {
  readonly shown: Run
  /** Stands behind the shown one until it has painted and its time has come. */
  readonly next: Run | null
  /** Fades away. */
  readonly leaving: Run | null
  readonly rotations: number
  /** The shown one stays, whatever the time. */
  readonly held: boolean
  /** When the shown one came, in monotonic milliseconds. */
  readonly since: number
}

export interface PlayerOptions {
  readonly first: Step
  /** What comes after a step; null when nothing does. */
  readonly follow: (step: Step) => Step | null
  /** At the end of each step, before the next one shows: true when the page is about to be loaded anew, and stays as it is until then. */
  readonly onEdge: () => boolean
  /** Milliseconds: how long before its time the next one is prepared, how long it may take, and how long the change may last. */
  readonly lead: number
  readonly patience: number
  readonly fade: number
}

export interface Player {
  readonly state: () => Playing
  readonly subscribe: (listener: () => void) => () => void
  /** The run has painted, or no longer has. */
  readonly painted: (run: number, done: boolean) => void
  /** The run cannot be shown. */
  readonly failed: (run: number) => void
  /** The run has faded away. */
  readonly faded: (run: number) => void
  /** Shows a step as soon as it is prepared. */
  readonly go: (step: Step) => void
  /** Goes to what follows, without waiting for the time. */
  readonly skip: () => void
  readonly hold: (on: boolean) => void
  /** The shown one stays for so many milliseconds more: somebody touches the wall. */
  readonly linger: (milliseconds: number) => void
  /** The browser may have slept: looks at the time again. */
  readonly wake: () => void
  /** The shown one's time begins. */
  readonly start: () => void
  readonly stop: () => void
}

/** A page that still stands after this long was not loaded anew after all. */
const UNLOADED = 15_000

const clock = (): number => performance.now()

/**
 * The order of events on a wall: show, prepare what follows behind it, change when that has painted and the time has come.
 * What cannot be prepared is passed over, and the shown scene stays: the wall is never without one.
 */
export function createPlayer({ first, follow, onEdge, lead, patience, fade }: PlayerOptions): Player {
  const listeners = new Set<() => void>()
  let state: Playing = { shown: { run: 1, step: first }, next: null, leaving: null, rotations: 0, held: false, since: clock() }
  let runs = 1
  let ready = false
  /** The next one need not wait for its time. */
  let hurry = false
  let due = clock() + first.seconds * 1_000
  let stopped = true
  const timers: Partial<Record<'turn' | 'patience' | 'fade', ReturnType<typeof setTimeout>>> = {}

  const set = (change: Partial<Playing>): void => {
    state = { ...state, ...change }
    for (const listener of listeners) listener()
  }
  const after = (name: keyof typeof timers, milliseconds: number, action: () => void): void => {
    clearTimeout(timers[name])
    if (!stopped) timers[name] = setTimeout(action, Math.max(0, milliseconds))
  }

  /** What is prepared goes; the shown one stays for another while. */
  const stay = (): void => {
    clearTimeout(timers.patience)
    ready = false
    hurry = false
    due = clock() + state.shown.step.seconds * 1_000
    set({ next: null, since: clock() })
    turn()
  }

  const prepare = (step: Step): void => {
    runs += 1
    ready = false
    set({ next: { run: runs, step } })
    after('patience', patience, () => passOver(step))
  }

  /** A round without one that can be shown ends the search. */
  let passed = new Set<string>()
  const passOver = (step: Step): void => {
    passed.add(step.key)
    const other = follow(step)
    if (other === null || passed.has(other.key) || other.key === state.shown.step.key) stay()
    else prepare(other)
  }

  const change = ({ shown, next }: Playing): void => {
    if (next === null) return
    if (onEdge()) {
      after('turn', UNLOADED, turn)
      return
    }
    clearTimeout(timers.patience)
    ;[ready, hurry, passed] = [false, false, new Set()]
    due = clock() + next.step.seconds * 1_000
    set({ shown: next, next: null, leaving: shown, rotations: state.rotations + 1, since: clock() })
    after('fade', fade, endChange)
  }

  const endChange = (): void => {
    clearTimeout(timers.fade)
    set({ leaving: null })
    turn()
  }

  /** Looks what is to be done now, and when to look again. */
  const turn = (): void => {
    clearTimeout(timers.turn)
    if (stopped || state.leaving !== null || (state.held && !hurry)) return
    const left = due - clock()
    if (state.next !== null) {
      if (!ready) return
      if (hurry || left <= 0) change(state)
      else after('turn', left, turn)
      return
    }
    // A short stay is not spent on preparing the next.
    const ahead = Math.min(lead, state.shown.step.seconds * 500)
    if (left > ahead) {
      after('turn', left - ahead, turn)
      return
    }
    const following = follow(state.shown.step)
    if (following !== null) prepare(following)
    else if (left > 0) after('turn', left, turn)
    else if (onEdge()) after('turn', UNLOADED, turn)
    else stay()
  }

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    painted: (run, done) => {
      if (state.next?.run !== run || ready === done) return
      ready = done
      if (done) clearTimeout(timers.patience)
      turn()
    },
    failed: (run) => {
      if (state.next?.run === run) passOver(state.next.step)
    },
    faded: (run) => {
      if (state.leaving?.run === run) endChange()
    },
    go: (step) => {
      if (step.key === state.shown.step.key) {
        // Called away and called back: what was to come is not wanted any more.
        if (hurry) stay()
        return
      }
      hurry = true
      prepare(step)
    },
    skip: () => {
      hurry = true
      if (state.next !== null) return turn()
      const following = follow(state.shown.step)
      if (following === null) hurry = false
      else prepare(following)
    },
    hold: (on) => {
      if (state.held === on) return
      due = clock() + state.shown.step.seconds * 1_000
      // What was called comes all the same, and is held then.
      if (hurry) {
        set({ held: on })
        return
      }
      clearTimeout(timers.patience)
      set({ held: on, next: null })
      ready = false
      turn()
    },
    linger: (milliseconds) => {
      due = Math.max(due, clock() + milliseconds)
      set({ since: due - state.shown.step.seconds * 1_000 })
      turn()
    },
    wake: () => turn(),
    start: () => {
      stopped = false
      due = clock() + state.shown.step.seconds * 1_000
      turn()
    },
    stop: () => {
      stopped = true
      for (const timer of Object.values(timers)) clearTimeout(timer)
    }
  }
}
