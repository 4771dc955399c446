import type { FontName, Lettering, Measure } from '#charts/picture.ts'
import { FONT } from '#tokens/sizes.ts'
import type { FaceFile, Faces } from './faces.ts'

/** A stretch of text that one font file has the characters of. */
export interface TextRun {
  readonly text: string
  readonly face: FaceFile
}

export interface Letterer {
  readonly measure: Measure
  readonly runs: (text: string, lettering: Pick<Lettering, 'font' | 'weight'>) => readonly TextRun[]
  /** The text with 〓, as printers set it, for each character that no font has. */
  readonly drawable: (text: string) => string
}

const familiesOf = (font: FontName): readonly string[] => [...FONT[font].matchAll(/"([^"]+)"/g)].flatMap(([, family]) => family ?? [])

/** How far a weight is from the one that is wanted: a style sheet looks for a bolder one from 600 on, and for a lighter one up to 500. */
const distance = (weight: number, wanted: number): number => Math.abs(weight - wanted) + (wanted >= 600 === weight >= wanted ? 0 : 0.5)

/** The files that are looked through for a character, in this order: those of the families, then those of any other for what none of them has. */
function filesFor({ files }: Faces, font: FontName, weight: number): readonly FaceFile[] {
  const families = familiesOf(font)
  const nearest = (family: string): readonly FaceFile[] => {
    const own = files.filter((file) => file.family === family)
    const best = Math.min(...own.map((file) => distance(file.weight, weight)))
    return own.filter((file) => distance(file.weight, weight) === best)
  }
  const others = [...new Set(files.map(({ family }) => family))].filter((family) => !families.includes(family))
  return [...families, ...others].flatMap(nearest)
}

/** What no font has is as wide as what stands in for it. */
const UNKNOWN = 1000
const STAND_IN = '〓'

/** Splits texts into what each font draws, and says how wide they are: by the fonts' own advances. */
export function letterer(faces: Faces): Letterer {
  const orders = new Map<string, readonly FaceFile[]>()
  const known = new Map<string, FaceFile>()
  const orderOf = (font: FontName, weight: number): readonly FaceFile[] => {
    const key = `${font} ${weight}`
    const order = orders.get(key) ?? filesFor(faces, font, weight)
    orders.set(key, order)
    return order
  }
  const faceOf = (character: string, font: FontName, weight: number): FaceFile | undefined => {
    const key = `${font} ${weight} ${character}`
    const order = orderOf(font, weight)
    const code = character.codePointAt(0) ?? 0
    const face = known.get(key) ?? order.find(({ advances }) => advances.has(code)) ?? order[0]
    if (face !== undefined) known.set(key, face)
    return face
  }
  const runs: Letterer['runs'] = (text, { font, weight }) => {
    const found: { text: string; face: FaceFile }[] = []
    for (const character of text) {
      const face = faceOf(character, font, weight)
      const last = found.at(-1)
      if (face === undefined) continue
      // A space goes with the word before it.
      if (last !== undefined && (last.face === face || character === ' ')) last.text += character
      else found.push({ text: character, face })
    }
    return found
  }
  const isKnown = (character: string): boolean => character.trim() === '' || faces.files.some(({ advances }) => advances.has(character.codePointAt(0) ?? 0))
  return {
    runs,
    drawable: (text) => Array.from(text, (character) => (isKnown(character) ? character : STAND_IN)).join(''),
    measure: (text, { font, weight, size }) =>
      (size / 1000) *
      runs(text, { font, weight }).reduce(
        (sum, run) => sum + Array.from(run.text).reduce((width, character) => width + (run.face.advances.get(character.codePointAt(0) ?? 0) ?? UNKNOWN), 0),
        0
      )
  }
}
