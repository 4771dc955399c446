import type { Spelling } from './spelling.ts'

/** Where a word is found in a name, in characters, and what it cost: 0 for a word written out from the beginning. */
export interface Match {
  readonly from: number
  readonly to: number
  readonly cost: number
}

/** What is typed for one character, the surer the cheaper. A reading that the character has, but not in this word, is unsure. */
const COST = { character: 0, reading: 1, begun: 1.4, initial: 1.8, otherReading: 2 } as const
const PLACE = { inside: 1.5, perCharacter: 0.05, perRest: 0.06 } as const

interface Step {
  readonly taken: string
  readonly cost: number
  /** It may end here only: somebody is still typing. */
  readonly last: boolean
}

const isMark = (character: string): boolean => !/[\p{L}\p{N}]/u.test(character)

function stepsOf(reading: string, rest: string): Step[] {
  const initial = /^[zcs]h|^./.exec(reading)?.[0] ?? ''
  const initials = [...new Set([initial.slice(0, 1), initial])].filter((part) => rest.startsWith(part))
  return [
    ...(rest.startsWith(reading) ? [{ taken: reading, cost: COST.reading, last: false }] : []),
    ...initials.map((taken) => ({ taken, cost: COST.initial, last: false })),
    ...(reading.startsWith(rest) && reading !== rest ? [{ taken: rest, cost: rest.length > 1 ? COST.begun : COST.initial, last: true }] : [])
  ]
}

function stepsAt({ characters, readings }: Spelling, at: number, rest: string): Step[] {
  const [character = '', own = []] = [characters[at], readings[at]]
  const written = rest.startsWith(character) ? [{ taken: character, cost: COST.character, last: false }] : []
  return [
    ...written,
    ...own.flatMap((reading, index) => stepsOf(reading, rest).map((step) => ({ ...step, cost: step.cost + (index === 0 ? 0 : COST.otherReading) })))
  ]
}

/** The cheapest way to read a word off a name from one character on. */
function readFrom(spelling: Spelling, start: number, word: string): Match | undefined {
  const known = new Map<string, { to: number; cost: number } | undefined>()
  const read = (at: number, rest: string): { to: number; cost: number } | undefined => {
    if (rest === '') return { to: at, cost: 0 }
    const character = spelling.characters[at]
    if (character === undefined) return undefined
    const key = `${at} ${rest.length}`
    if (known.has(key)) return known.get(key)
    const ways = stepsAt(spelling, at, rest).flatMap(({ taken, cost, last }) => {
      const then = last ? { to: at + 1, cost: 0 } : read(at + 1, rest.slice(taken.length))
      return then === undefined ? [] : [{ to: then.to, cost: cost + then.cost }]
    })
    // Marks inside a name are not typed.
    const [best] = isMark(character) && at > start ? [read(at + 1, rest)] : ways.toSorted((a, b) => a.cost - b.cost)
    known.set(key, best)
    return best
  }
  const found = read(start, word)
  return found === undefined ? undefined : { from: start, ...found }
}

/** The best place where a word stands in a name: written out, by pinyin, by initials or mixed; undefined where it does not. */
export function matchWord(spelling: Spelling, word: string): Match | undefined {
  const length = spelling.characters.length
  const found = spelling.characters.flatMap((character, start) => {
    const match = isMark(character) ? undefined : readFrom(spelling, start, word)
    if (match === undefined) return []
    const read = match.cost / (match.to - match.from)
    const place = (match.from === 0 ? 0 : PLACE.inside + match.from * PLACE.perCharacter) + (length - (match.to - match.from)) * PLACE.perRest
    return [{ ...match, cost: read + place }]
  })
  return found.toSorted((a, b) => a.cost - b.cost)[0]
}
