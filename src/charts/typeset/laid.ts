import type { GroupShape, Shape } from '#charts/picture.ts'

/** Shapes that have been set, from their upper left corner, and the room that they take. */
export interface Laid {
  readonly shapes: readonly Shape[]
  readonly width: number
  readonly height: number
}

export const NOTHING: Laid = { shapes: [], width: 0, height: 0 }

export const moved = (shapes: readonly Shape[], x: number, y: number): GroupShape => ({ kind: 'group', x, y, shapes })

/** One under the other, with a gap between those that take any room. */
export function stacked(parts: readonly Laid[], gap = 0): Laid {
  let y = 0
  const shapes = parts
    .filter(({ height }) => height > 0)
    .map((part) => {
      const group = moved(part.shapes, 0, y)
      y += part.height + gap
      return group
    })
  return { shapes, width: Math.max(0, ...parts.map(({ width }) => width)), height: Math.max(0, y - gap) }
}

interface Flow {
  readonly width: number
  readonly gap: number
  readonly lineGap?: number
}

/** One after the other and into the next line where there is no more room; those of a line share its lower edge. */
export function flowed(parts: readonly Laid[], { width, gap, lineGap = gap }: Flow): Laid {
  const lines: Laid[][] = []
  let used = 0
  for (const part of parts) {
    const line = lines.at(-1)
    if (line === undefined || used + gap + part.width > width) {
      lines.push([part])
      used = part.width
    } else {
      line.push(part)
      used += gap + part.width
    }
  }
  return stacked(
    lines.map((line) => sideBySide(line, gap)),
    lineGap
  )
}

/** In one line, on one lower edge. */
export function sideBySide(parts: readonly Laid[], gap = 0): Laid {
  const height = Math.max(0, ...parts.map((part) => part.height))
  let x = 0
  const shapes = parts.map((part) => {
    const group = moved(part.shapes, x, height - part.height)
    x += part.width + gap
    return group
  })
  return { shapes, width: Math.max(0, x - gap), height }
}
