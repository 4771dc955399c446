import { codePointsOf, without, type CodePoints } from './code-points.ts'
import type { Role } from './faces.ts'
import { findFirstScene } from './first-scene.ts'
import { readPackFiles } from './pack-files.ts'
import { readPackText } from './pack-text.ts'
import type { PaintedText } from './painted-text.ts'
import { readUiText } from './ui-text.ts'

/** Disjoint: `pack` is what the rest of the pack paints beyond the first scene. */
export interface Demand {
  readonly first: CodePoints
  readonly pack: CodePoints
}

export type Demands = Readonly<Record<Role, Demand>>

export interface TextSources {
  readonly packDir: string
  readonly sourceDirs: readonly string[]
}

const printable = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('')
/** Marks beside a number that belong to the Latin faces. Chinese punctuation stays out: a quote of Barlow is half as wide. */
const NUMBER_MARKS = '−×±°'
const letters = printable.replace(/[^A-Za-z]/g, '')
const figures = printable.replace(/[A-Za-z]/g, '') + NUMBER_MARKS
/** Inside a line the middle dot separates; at full width it would tear the line apart. */
export const LATIN = `${figures}${letters}·`

/** ECharts measures these two with every face that it paints. */
const MEASURED = { chinese: '国', latin: 'a' }

const demand = (first: CodePoints, all: CodePoints): Demand => ({ first, pack: without(all, first) })

/** What a role's texts need, and some characters in any case. */
const demandOf = (texts: readonly PaintedText[], role: PaintedText['role'], always: string): Demand => {
  const own = texts.filter((piece) => piece.role === role)
  const codes = (pieces: readonly PaintedText[]): CodePoints => codePointsOf(pieces.map((piece) => piece.text).join('') + always)
  return demand(codes(own.filter((piece) => piece.first)), codes(own))
}

/** Which characters each role has to bring, read from the pack and from the code. */
export const readDemands = async ({ packDir, sourceDirs }: TextSources): Promise<Demands> => {
  const { kinds } = findFirstScene(await readPackFiles(packDir))
  const texts = [...(await readPackText(packDir)), ...(await readUiText(sourceDirs, kinds))]
  return {
    regular: demandOf(texts, 'regular', printable + MEASURED.chinese),
    bold: demandOf(texts, 'bold', figures.replace(NUMBER_MARKS, '') + MEASURED.chinese + MEASURED.latin),
    title: demandOf(texts, 'title', ''),
    latin: demand(codePointsOf(LATIN), new Set()),
    figures: demand(codePointsOf(figures + letters), new Set())
  }
}
