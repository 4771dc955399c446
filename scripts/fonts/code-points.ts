export type CodePoints = ReadonlySet<number>

/** Controls, joiners, most spaces and variation selectors paint nothing: no font has to bring them. */
const INVISIBLE = /[\p{C}\p{Z}\uFE00-\uFE0F]/u
const KEPT_SPACES = ' \u3000'

const isPainted = (character: string): boolean => KEPT_SPACES.includes(character) || !INVISIBLE.test(character)

const codeOf = (character: string): number => character.codePointAt(0) ?? 0

export const codePointsOf = (text: string): Set<number> => new Set(Array.from(text).filter(isPainted).map(codeOf))

export const union = (...sets: Iterable<number>[]): Set<number> => new Set(sets.flatMap((set) => [...set]))

export const without = (set: Iterable<number>, other: CodePoints): Set<number> => new Set([...set].filter((code) => !other.has(code)))

export const within = (set: Iterable<number>, other: CodePoints): Set<number> => new Set([...set].filter((code) => other.has(code)))

export const sorted = (set: Iterable<number>): number[] => [...set].toSorted((a, b) => a - b)

export const textOf = (set: Iterable<number>): string => String.fromCodePoint(...sorted(set))

const hex = (code: number): string => code.toString(16)

/** The CSS `unicode-range` of exactly these code points. */
export const formatUnicodeRange = (set: Iterable<number>): string => {
  const runs: { from: number; to: number }[] = []
  for (const code of sorted(set)) {
    const last = runs.at(-1)
    if (last && last.to === code - 1) last.to = code
    else runs.push({ from: code, to: code })
  }
  return runs.map(({ from, to }) => `U+${hex(from)}${to > from ? `-${hex(to)}` : ''}`).join(',')
}

const parseRun = (run: string): number[] => {
  const match = /^U\+([0-9a-f]+)(?:-([0-9a-f]+))?$/i.exec(run.trim())
  if (!match) throw new Error(`not a unicode-range: ${run}`)
  const from = parseInt(match[1] ?? '', 16)
  const to = parseInt(match[2] ?? match[1] ?? '', 16)
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}

export const parseUnicodeRange = (range: string): Set<number> => new Set(range.split(',').flatMap(parseRun))
