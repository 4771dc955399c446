export interface Placed {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const ROUNDS = 24

/** How far two boxes, given by their centres, lie into each other; negative where they are apart. */
const into = (a: number, b: number, span: number): number => span - Math.abs(a - b)

/**
 * How far down each box has to move so that none lies on another: two that do give way by half each, again and again.
 * Boxes that are apart stay where they are. Sideways nothing moves, so that a label stays over its area.
 */
export function apart(boxes: readonly Placed[]): number[] {
  const down = boxes.map(() => 0)
  for (let round = 0; round < ROUNDS; round += 1) {
    let moved = false
    boxes.forEach((a, i) => {
      boxes.slice(i + 1).forEach((b, offset) => {
        const j = i + 1 + offset
        const [ya, yb] = [a.y + (down[i] ?? 0), b.y + (down[j] ?? 0)]
        const tall = into(ya, yb, (a.height + b.height) / 2)
        if (tall <= 0.01 || into(a.x, b.x, (a.width + b.width) / 2) <= 0) return
        const push = (ya <= yb ? tall : -tall) / 2
        down[i] = (down[i] ?? 0) - push
        down[j] = (down[j] ?? 0) + push
        moved = true
      })
    })
    if (!moved) break
  }
  return down
}
