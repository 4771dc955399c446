/** So many at once, and from then on so many a second. */
export interface Rate {
  readonly burst: number
  readonly perSecond: number
}

/** Who has asked for too much is to be quiet for so long. */
const QUIET_MS = 1_000

/** Answers whether one more may pass at an instant (milliseconds). A flood is kept out as long as it lasts: nothing of it trickles through. */
export function createBucket({ burst, perSecond }: Rate): (now: number) => boolean {
  let [left, at, refused] = [burst, -Infinity, -Infinity]
  return (now) => {
    left = Math.min(burst, left + Math.max(0, now - at) * (perSecond / 1000))
    at = now
    if (left < 1 || now - refused < QUIET_MS) {
      refused = now
      return false
    }
    left -= 1
    return true
  }
}
