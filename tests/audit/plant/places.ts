import { depth, excess, type Box } from '#tests/audit/box.ts'
import type { ScreenText } from '#tests/audit/screen.ts'

const STEP = 4
/** Between a planted text and all that it shall not touch. */
const DISTANCE = 6

const moved = ({ left, top, right, bottom }: Box, x: number, y: number): Box => ({ left: left + x, top: top + y, right: right + x, bottom: bottom + y })

const touches = (box: Box, texts: readonly ScreenText[]): boolean => texts.some((text) => depth(box, text.box) > -DISTANCE)

const lies = (box: Box, room: Box): boolean => excess(box, room) <= 0

type Shift = readonly [x: number, y: number]

function first(shifts: Iterable<Shift>, fits: (shift: Shift) => boolean): Shift {
  for (const shift of shifts) if (fits(shift)) return shift
  throw new Error('no free place for it')
}

function* grid(box: Box, room: Box): Generator<Shift> {
  for (let y = room.top - box.top; y <= room.bottom - box.bottom; y += STEP)
    for (let x = room.left - box.left; x <= room.right - box.right; x += STEP) yield [x, y]
}

/** How to move a box to where it touches no text. */
export const toFreePlace = (box: Box, room: Box, texts: readonly ScreenText[]): Shift => first(grid(box, room), ([x, y]) => !touches(moved(box, x, y), texts))

/** How to move a box so that it sticks out of a room on the left by so many px, and touches no text. */
export function overEdge(box: Box, room: Box, by: number, texts: readonly ScreenText[]): Shift {
  const x = room.left - by - box.left
  const shifts = Array.from(grid(moved(box, x, 0), { ...room, left: room.left - by, right: room.left - by + box.right - box.left }), ([, y]): Shift => [x, y])
  return first(shifts, ([x, y]) => !touches(moved(box, x, y), texts))
}

/** How to move a box so that it lies over the foot of one of the targets by so many px, and touches no other text. */
export function ontoText(box: Box, room: Box, by: number, targets: readonly ScreenText[], texts: readonly ScreenText[]): Shift {
  const shifts = targets
    .filter((target) => lies(target.box, target.room) && target.box.right - target.box.left > by)
    .map((target) => ({ target, shift: [target.box.left - box.left, target.box.bottom - by - box.top] as const }))
  const fitting = shifts.find(({ target, shift: [x, y] }) => {
    const there = moved(box, x, y)
    return (
      lies(there, room) &&
      !touches(
        there,
        texts.filter((text) => text !== target)
      )
    )
  })
  if (fitting === undefined) throw new Error('no text to lie over')
  return fitting.shift
}
