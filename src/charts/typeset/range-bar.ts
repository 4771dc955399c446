import type { RangeBar } from '#charts/story-card.ts'
import type { Room, Shape } from '#charts/picture.ts'
import { tintsOf } from '#tokens/tints.ts'
import { demoHatch } from './disc.ts'
import type { Laid } from './laid.ts'
import { stylesOf } from './styles.ts'

const BAR = { top: 0, height: 15, tick: 8 } as const
/** The baseline of the words under it, and where they end. */
const WORDS = { baseline: 38, height: 44, gap: 6 } as const

interface Word {
  readonly text: string
  /** Where its tick is, and its left edge. */
  readonly tick: number
  readonly from: number
  readonly to: number
  readonly quiet: boolean
}

type Put = (text: string, at: number, share: number, quiet?: boolean) => Word

/** Both ends' words in the middle of their ends or, where they would meet, outwards of them. */
function endsOf({ from, to, low, high }: RangeBar, width: number, put: Put): Word[] {
  const [left, right] = [from * width, to * width]
  const [a, b] = [put(low, left, 0.5), put(high, right, 0.5)]
  return a.to + WORDS.gap <= b.from ? [a, b] : [put(low, left, 1), put(high, right, 0)]
}

/** The step and the zero where no other word is near: the ends' own words come first. */
function wordsOf(range: RangeBar, width: number, room: Room): Word[] {
  const { small } = stylesOf(room)
  const put: Put = (text, at, share, quiet = false) => {
    const wide = room.measure(text, small)
    const from = Math.max(0, Math.min(width - wide, at - wide * share))
    return { text, tick: at, from, to: from + wide, quiet }
  }
  const words = endsOf(range, width, put)
  for (const one of [put('0', 0, 0, true), ...(range.step === null ? [] : [put(range.step.text, range.step.at * width, 0.5, true)])])
    if (words.every(({ from, to }) => one.to + WORDS.gap <= from || to + WORDS.gap <= one.from)) words.push(one)
  return words
}

/** A range on an axis from zero to beyond its upper end: never a point. */
export function rangeBar(range: RangeBar, width: number, room: Room): Laid {
  const { theme } = room
  const { small, quiet } = stylesOf(room)
  const middle = BAR.height / 2
  const fill = range.demo ? demoHatch(tintsOf(theme)) : theme.data
  const shapes: Shape[] = [
    { kind: 'line', x1: 0, y1: middle, x2: width, y2: middle, stroke: theme.line2 },
    { kind: 'rect', x: range.from * width, y: BAR.top, width: (range.to - range.from) * width, height: BAR.height, fill },
    ...wordsOf(range, width, room).flatMap(({ text, tick, from, quiet: less }): Shape[] => {
      const x = Math.max(0.5, Math.min(width - 0.5, tick))
      return [
        { kind: 'line', x1: x, y1: BAR.height + 2, x2: x, y2: BAR.height + 2 + BAR.tick, stroke: theme.t3 },
        { kind: 'text', text, x: from, y: WORDS.baseline, ...(less ? quiet : small) }
      ]
    })
  ]
  return { width, height: WORDS.height, shapes }
}
