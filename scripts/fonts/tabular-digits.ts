import { readCmap, writeCmap } from './cmap.ts'
import { featureLookups, replaceTable, tableOf, tail, viewOf } from './sfnt.ts'

const DIGITS: readonly number[] = Array.from({ length: 10 }, (_, index) => 0x30 + index)
const EXTENSION = 7

/** The glyphs a coverage table lists, in its order. */
const coverageOf = (table: DataView): number[] => {
  const count = table.getUint16(2)
  const records = Array.from({ length: count }, (_, index) => index)
  if (table.getUint16(0) === 1) return records.map((index) => table.getUint16(4 + index * 2))
  return records.flatMap((index) => {
    const from = table.getUint16(4 + index * 6)
    return Array.from({ length: table.getUint16(6 + index * 6) - from + 1 }, (_, step) => from + step)
  })
}

/** A single substitution, by a delta (format 1) or by a list (format 2). */
const substitutionsOf = (table: DataView): [number, number][] =>
  coverageOf(tail(table, table.getUint16(2))).map((glyph, index) => [
    glyph,
    table.getUint16(0) === 1 ? (glyph + table.getInt16(4)) & 0xffff : table.getUint16(6 + index * 2)
  ])

const lookupSubstitutions = (lookup: DataView): [number, number][] => {
  const type = lookup.getUint16(0)
  const tables = Array.from({ length: lookup.getUint16(4) }, (_, index) => tail(lookup, lookup.getUint16(6 + index * 2)))
  const inner = type === EXTENSION ? tables.map((table) => tail(table, table.getUint32(4))) : tables
  return inner.flatMap(substitutionsOf)
}

const tabularForms = (font: DataView): Map<number, number> => {
  const gsub = tableOf(font, 'GSUB')
  if (!gsub) return new Map()
  const list = gsub.getUint16(8)
  return new Map(featureLookups(gsub, 'tnum').flatMap((index) => lookupSubstitutions(tail(gsub, list + gsub.getUint16(list + 2 + index * 2)))))
}

/**
 * Barlow's default digits are proportional and its tabular ones wait behind `tnum`, which a canvas
 * cannot ask for. So the tabular digits become the default ones: columns align in ECharts too, and
 * the proportional forms need not ship.
 */
export const withTabularDigits = (font: Buffer): Buffer => {
  const view = viewOf(font)
  const forms = tabularForms(view)
  const cmap = new Map(readCmap(view))
  for (const digit of DIGITS) {
    const glyph = cmap.get(digit)
    const form = glyph === undefined ? undefined : forms.get(glyph)
    if (form !== undefined) cmap.set(digit, form)
  }
  // The subsetter lays everything out anew.
  return replaceTable(font, 'cmap', writeCmap(cmap))
}
