type Handler = (...input: unknown[]) => void

/** What is still to come of timers and frames. Functions are called as before; only their going is noted. */
export function countTimers(): { readonly timers: () => number; readonly frames: () => number } {
  const [timers, frames] = [new Set<number>(), new Set<number>()]
  const native = {
    timeout: globalThis.setTimeout.bind(globalThis) as unknown as (...input: unknown[]) => number,
    interval: globalThis.setInterval.bind(globalThis) as unknown as (...input: unknown[]) => number,
    clear: globalThis.clearTimeout.bind(globalThis),
    frame: globalThis.requestAnimationFrame.bind(globalThis),
    cancel: globalThis.cancelAnimationFrame.bind(globalThis)
  }
  const noted = (id: number): number => {
    timers.add(id)
    return id
  }
  const timeout = (action: Handler | string, ...rest: unknown[]): number => {
    if (typeof action === 'string') return noted(native.timeout(action, ...rest))
    const id = native.timeout(
      (...input: unknown[]) => {
        timers.delete(id)
        action(...input)
      },
      ...rest
    )
    return noted(id)
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
    setInterval: (...input: unknown[]) => noted(native.interval(...input)),
    clearTimeout: clear,
    clearInterval: clear,
    requestAnimationFrame: frame,
    cancelAnimationFrame: cancel
  })
  return { timers: () => timers.size, frames: () => frames.size }
}
