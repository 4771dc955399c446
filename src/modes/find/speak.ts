import { pinyin, polyphonic } from 'pinyin-pro'
import type { Speak } from './spelling.ts'

const PLAIN = { type: 'array', toneType: 'none' } as const

/** ü is typed v, and by many u. */
const typed = (reading: string): string[] => (reading.includes('ü') ? [reading.replace('ü', 'v'), reading.replace('ü', 'u')] : [reading])

const isReading = (text: string): boolean => /^[a-zü]{2,6}$|^[aeo]$/.test(text)

const HAN = /\p{Script=Han}/u

/** The reading that fits the word first (长 in 会长 is zhang), then the others that the character has. */
export const speak: Speak = (text) => {
  const [fitting, all] = [pinyin(text, PLAIN), polyphonic(text, PLAIN)]
  return Array.from(text, (character, index) =>
    HAN.test(character) ? [...new Set([fitting[index] ?? '', ...(all[index] ?? [])].filter(isReading).flatMap(typed))] : []
  )
}
