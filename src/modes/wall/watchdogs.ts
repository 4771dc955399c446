interface FrameWatch {
  /** Milliseconds between two looks, and how long a frame may take to come. */
  readonly every: number
  readonly patience: number
  readonly onStall: () => void
}

/** So many looks in vain are a stall; one may be a display that is switched over. */
const VAIN = 3

/**
 * Asks for a frame now and then: a compositor that died leaves timers running and the screen frozen. A page that nobody sees
 * gets no frames, and that is no fault. Returns what ends it.
 */
export function watchFrames({ every, patience, onStall }: FrameWatch): () => void {
  let vain = 0
  let late: ReturnType<typeof setTimeout> | undefined
  let frame = 0
  const look = (): void => {
    if (document.visibilityState !== 'visible') return
    clearTimeout(late)
    late = setTimeout(() => {
      cancelAnimationFrame(frame)
      vain += 1
      if (vain >= VAIN) onStall()
    }, patience)
    frame = requestAnimationFrame(() => {
      clearTimeout(late)
      vain = 0
    })
  }
  const timer = setInterval(look, every)
  return () => {
    clearInterval(timer)
    clearTimeout(late)
    cancelAnimationFrame(frame)
  }
}

interface Memory {
  readonly usedJSHeapSize: number
  readonly jsHeapSizeLimit: number
}

/** Chromium alone tells. */
const memory = (): Memory | undefined => (performance as Performance & { readonly memory?: Memory }).memory

export const heapBytes = (): number | null => memory()?.usedJSHeapSize ?? null

const SHARE = 0.7

interface MemoryWatch {
  readonly every: number
  /** Bytes; without it a share of what the browser allows. */
  readonly limit?: number
  readonly onHigh: () => void
}

/** Tells when the page has taken more memory than it should ever need: before the browser ends it. Returns what ends it. */
export function watchMemory({ every, limit, onHigh }: MemoryWatch): () => void {
  const look = (): void => {
    const now = memory()
    if (now !== undefined && now.usedJSHeapSize > (limit ?? now.jsHeapSizeLimit * SHARE)) onHigh()
  }
  const timer = setInterval(look, every)
  return () => clearInterval(timer)
}
