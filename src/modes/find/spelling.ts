/** A name as it can be typed: each character with its readings, the one that fits the word first. */
export interface Spelling {
  readonly text: string
  readonly characters: readonly string[]
  /** As long as `characters`; a character that is no Chinese one has none. */
  readonly readings: readonly (readonly string[])[]
}

/** How the characters of a text are read, each by its readings. Loaded when somebody searches: it has a dictionary in it. */
export type Speak = (text: string) => readonly (readonly string[])[]

/** Full-width and half-width, capital and small letters are the same. */
export const fold = (text: string): string => text.normalize('NFKC').toLowerCase()

/** Without a dictionary a name can still be found by its characters. */
export function spell(text: string, speak?: Speak): Spelling {
  const characters = Array.from(text, fold)
  const spoken = speak?.(text) ?? []
  return { text, characters, readings: characters.map((_character, index) => (spoken.length === characters.length ? (spoken[index] ?? []) : [])) }
}

/** Each word must be found: `半月谈 满意`. An apostrophe only parts syllables. */
export const wordsOf = (query: string): string[] =>
  fold(query)
    .replaceAll(/['’]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
