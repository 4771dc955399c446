/** So many at once, and from then on so many a second. */
export interface Rate {
  readonly burst: number
  readonly perSecond: number
}

/** Answers whether one more may pass at an instant (milliseconds). What is refused costs nothing. */
export function createBucket({ burst, perSecond }: Rate): (now: number) => boolean {
  let [left, at] = [burst, -Infinity]
  return (now) => {
    left = Math.min(burst, left + Math.max(0, now - at) * (perSecond / 1000))
    at = now
    if (left < 1) return false
    left -= 1
    return true
  }
}
