import type { Block } from './block.ts'

/** An order in which blocks may be read, and how far it is from the one that they came in. */
export interface Order {
  readonly blocks: readonly Block[]
  /** Places that the one block that has moved went past; 0 where none has. */
  readonly moved: number
  /** The one that was the first still is: a scene is known by it. */
  readonly led: boolean
}

/** Of more blocks than these, only the first may move: every order more is every page once more. */
const MOST_MOVED = 6

function move(blocks: readonly Block[], from: number, to: number): Order {
  const others = blocks.filter((_, i) => i !== from)
  return { blocks: [...others.slice(0, to), ...blocks.slice(from, from + 1), ...others.slice(to)], moved: Math.abs(from - to), led: from > 0 && to > 0 }
}

/** The order that blocks came in, and those in which one of them has moved: a page that it fills better may be worth it. */
export function ordersOf(blocks: readonly Block[]): readonly Order[] {
  const last = blocks.length - 1
  const asked: Order = { blocks, moved: 0, led: true }
  if (last < 1) return [asked]
  if (blocks.length > MOST_MOVED) return [asked, move(blocks, 0, last)]
  const places = blocks.map((_, i) => i)
  // Two neighbours that change their places are one move, not two.
  return [asked, ...places.flatMap((from) => places.flatMap((to) => (to === from || to === from - 1 ? [] : [move(blocks, from, to)])))]
}
