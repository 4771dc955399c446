import { type CodeEvent, type CommandEvent, type ControlEvent, type RemoteCommand, STALE_MS } from '#contract/remote.ts'
import { isClockSet, serverNow } from '#format/clock.ts'
import type { Player, Step } from '#modes/wall/player.ts'
import { WAIT } from '#tokens/durations.ts'
import { loopOf, loopStart, stepBefore, stepFor, stepInRound } from './remote-steps.ts'

/** What a steered wall has besides its scene. */
export interface Steered {
  /** To be read off the wall. */
  readonly code: CodeEvent | null
  /** A tablet is paired. */
  readonly on: boolean
  /** Said for a moment. */
  readonly note: string | null
  readonly cover: boolean
  /** Ringed for as long as that run is shown. */
  readonly figure: { readonly key: string; readonly run: number } | null
  /** Instead of the round. */
  readonly loop: readonly Step[] | null
  /** The last message that was obeyed. */
  readonly seq: number
}

export interface SteeringOptions {
  readonly player: Pick<Player, 'state' | 'go' | 'skip' | 'hold' | 'linger'>
  readonly root: string
  readonly isScene: (scene: string) => boolean
}

/** What changes while the wall stands. */
export interface Around {
  readonly round: readonly Step[]
  readonly pinned: Step | null
  /** Codes of the areas below the root. */
  readonly children: readonly string[]
  /** `共享食堂 · 衢江区`. */
  readonly nameOf: (step: Pick<Step, 'scene' | 'region'>) => string
}

/** Shares of the screen. */
export type PointListener = (x: number, y: number) => void

export interface Steering {
  readonly state: () => Steered
  readonly subscribe: (listener: () => void) => () => void
  readonly onPoint: (listener: PointListener) => () => void
  readonly setAround: (around: Around) => void
  readonly onCode: (code: CodeEvent) => void
  readonly onControl: (control: ControlEvent) => void
  readonly onCommand: (command: CommandEvent) => void
  readonly stop: () => void
}

const NOTE_MS = 3_500
const IDLE: Steered = { code: null, on: false, note: null, cover: false, figure: null, loop: null, seq: 0 }

const NOTES: Readonly<Record<ControlEvent['how'], string>> = {
  now: '平板遥控中',
  paired: '平板已配对，开始遥控',
  taken: '控制权已移交到另一台平板',
  left: '平板已断开，回到轮播',
  expired: '遥控时间已到，回到轮播'
}

/**
 * What a wall does at a tablet's word. Timers run only while there is something to end: a code, a note, a tablet that may fall
 * silent. A wall that nobody steers has none.
 */
export function createSteering({ player, root, isScene }: SteeringOptions): Steering {
  const pointed = new Set<PointListener>()
  let around: Around = { round: [], pinned: null, children: [], nameOf: ({ scene }) => scene }
  const listeners = new Set<() => void>()
  const timers: Partial<Record<'code' | 'note' | 'silence' | 'go', ReturnType<typeof setTimeout>>> = {}
  let state = IDLE
  let last = -Infinity
  /** Where the round was left. */
  let left: string | undefined

  const set = (change: Partial<Steered>): void => {
    state = { ...state, ...change }
    for (const listener of listeners) listener()
  }
  const after = (name: keyof typeof timers, milliseconds: number, action: () => void): void => {
    clearTimeout(timers[name])
    timers[name] = setTimeout(action, Math.max(0, milliseconds))
  }
  const say = (note: string): void => {
    set({ note })
    after('note', NOTE_MS, () => set({ note: null }))
  }
  const rememberPlace = (): void => {
    const { key } = player.state().shown.step
    if (around.round.some((step) => step.key === key)) left = key
  }

  const goBackToRound = (): void => {
    clearTimeout(timers.go)
    set({ loop: null, cover: false, figure: null })
    player.hold(false)
    const step = around.pinned ?? stepInRound(around.round, player.state().shown.step, left)
    if (step === undefined) player.skip()
    else player.go(step)
  }
  /** What is asked for is to be seen: nothing covers it. */
  const show = (step: Step): void => {
    set({ figure: null, cover: false })
    say(around.nameOf(step))
    // Drawing a scene takes a moment: what is on its way is said before that begins.
    after('go', 0, () => {
      if (step.key === player.state().shown.step.key) player.linger(step.seconds * 1_000)
      player.go(step)
    })
  }
  const loopOn = (): void => {
    const { step } = player.state().shown
    const loop = loopOf(around.children, step)
    const first = loopStart(loop, step.region)
    if (first === undefined) return
    player.hold(false)
    set({ loop })
    show(first)
  }

  const obey = (command: RemoteCommand): void => {
    switch (command.kind) {
      case 'show':
        if (!isScene(command.scene)) return
        set({ loop: null })
        return show(stepFor(around.round, root, command))
      case 'next':
        clearTimeout(timers.go)
        set({ figure: null, cover: false })
        return player.skip()
      case 'back': {
        const step = stepBefore(state.loop ?? around.round, player.state().shown.step, left)
        return step === undefined ? undefined : show(step)
      }
      case 'hold':
        return player.hold(command.on)
      case 'loop':
        return command.on ? loopOn() : set({ loop: null, cover: false })
      case 'highlight':
        return set({ figure: command.figure === null ? null : { key: command.figure, run: player.state().shown.run } })
      case 'cover':
        return set({ cover: command.on })
      case 'resume':
        return goBackToRound()
      case 'point':
        for (const listener of pointed) listener(command.x, command.y)
        return
      case 'ping':
    }
  }

  const listen = (): void => after('silence', WAIT.remote, goBackToRound)
  const end = (): void => {
    clearTimeout(timers.silence)
    const was = state.on
    set({ on: false })
    if (was) goBackToRound()
  }

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    onPoint: (listener) => {
      pointed.add(listener)
      return () => pointed.delete(listener)
    },
    setAround: (now) => {
      around = now
    },
    onCode: (code) => {
      set({ code })
      after('code', Date.parse(code.expiresAt) - serverNow(), () => set({ code: null }))
    },
    onControl: ({ on, how }) => {
      // The numbers of another run of the server begin anew.
      if (how === 'now') last = -Infinity
      if (how === 'paired' || how === 'taken') {
        clearTimeout(timers.code)
        set({ code: null, seq: 0 })
      }
      if (how !== 'now' || (on && !state.on)) say(NOTES[how])
      if (!on) return end()
      // That the wall hears of its tablet again is no word of the tablet.
      if (how !== 'now' || !state.on) listen()
      set({ on })
    },
    onCommand: ({ number, seq, at, command }) => {
      if (number <= last || (isClockSet() && serverNow() - at > STALE_MS)) return
      last = number
      if (!state.on) return
      listen()
      rememberPlace()
      obey(command)
      if (command.kind !== 'point') set({ seq })
    },
    stop: () => {
      for (const timer of Object.values(timers)) clearTimeout(timer)
      listeners.clear()
    }
  }
}
