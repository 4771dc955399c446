type Handler = (...input: unknown[]) => void

/** What is still to come of timers and frames. Functions are called as before; only their going is noted. */
export function countTimers(): { readonly timers: () => number; readonly frames: () => number; readonly delays: () => number[] } {
  const timers = new Map<number, number>()
  const frames = new Set<number>()
  const native = {
    timeout: globalThis.setTimeout.bind(globalThis) as unknown as (...input: unknown[]) => number,
    interval: globalThis.setInterval.bind(globalThis) as unknown as (...input: unknown[]) => number,
    clear: globalThis.clearTimeout.bind(globalThis),
    frame: globalThis.requestAnimationFrame.bind(globalThis),
    cancel: globalThis.cancelAnimationFrame.bind(globalThis)
  }
  const noted = (id: number, delay: unknown): number => {
    timers.set(id, Number(delay ?? 0))
    return id
  }
  const timeout = (action: Handler, delay?: unknown, ...rest: unknown[]): number => {
    const fire = (...input: unknown[]): void => {
      timers.delete(id)
      action(...input)
    }
    const id = native.timeout(fire, delay, ...rest)
    return noted(id, delay)
  }
  const clear = (id?: number): void => {
    if (id !== undefined) timers.delete(id)
    native.clear(id)
  }
  const frame = (action: FrameRequestCallback): number => {
    const id = native.frame((time) => {
      frames.delete(id)
      action(time)
    })
    frames.add(id)
    return id
  }
  const cancel = (id: number): void => {
    frames.delete(id)
    native.cancel(id)
  }
  Object.assign(globalThis, {
    setTimeout: timeout,
    setInterval: (action: Handler, delay?: unknown, ...rest: unknown[]) => noted(native.interval(action, delay, ...rest), delay),
    clearTimeout: clear,
    clearInterval: clear,
    requestAnimationFrame: frame,
    cancelAnimationFrame: cancel
  })
  return { timers: () => timers.size, frames: () => frames.size, delays: () => [...timers.values()] }
}
