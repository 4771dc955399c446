import { tableOf, tail } from './sfnt.ts'

/** Code point to glyph id. */
export type Cmap = ReadonlyMap<number, number>

type Entry = readonly [code: number, glyph: number]

const range = (from: number, to: number): number[] => Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index)

/** Format 4: segments of the basic plane, by a delta or by an offset counted from the offset's own place. */
const readFormat4 = (table: DataView): Entry[] => {
  const bytes = table.getUint16(6)
  const glyphOf = (code: number, segment: number): number => {
    const delta = table.getUint16(16 + bytes * 2 + segment)
    const place = 16 + bytes * 3 + segment
    const offset = table.getUint16(place)
    if (offset === 0) return (code + delta) & 0xffff
    const glyph = table.getUint16(place + offset + (code - table.getUint16(16 + bytes + segment)) * 2)
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff
  }
  const segments = range(0, bytes / 2 - 1).map((index) => index * 2)
  return segments.flatMap((segment) => {
    const codes = range(table.getUint16(16 + bytes + segment), table.getUint16(14 + segment))
    return codes.filter((code) => code !== 0xffff).map((code): Entry => [code, glyphOf(code, segment)])
  })
}

/** Format 12: groups of consecutive code points and glyphs. */
const readFormat12 = (table: DataView): Entry[] =>
  range(0, table.getUint32(12) - 1).flatMap((index) => {
    const group = 16 + index * 12
    const start = table.getUint32(group)
    return range(start, table.getUint32(group + 4)).map((code): Entry => [code, table.getUint32(group + 8) + code - start])
  })

const readSubtable = (table: DataView): Entry[] => {
  const format = table.getUint16(0)
  if (format === 4) return readFormat4(table)
  return format === 12 ? readFormat12(table) : []
}

/** What the font can paint, all its Unicode subtables together. */
export const readCmap = (font: DataView): Cmap => {
  const cmap = tableOf(font, 'cmap')
  if (!cmap) throw new Error('font without a cmap table')
  const offsets = range(0, cmap.getUint16(2) - 1).map((index) => cmap.getUint32(4 + index * 8 + 4))
  return new Map([...new Set(offsets)].flatMap((offset) => readSubtable(tail(cmap, offset))).filter(([, glyph]) => glyph !== 0))
}

/** A cmap table with one format 12 subtable for Windows and Unicode platforms, one group for each code point. */
export const writeCmap = (cmap: Cmap): Buffer => {
  const entries = [...cmap].toSorted(([a], [b]) => a - b)
  const header = Buffer.from([0, 0, 0, 1, 0, 3, 0, 10, 0, 0, 0, 12])
  const subtable = Buffer.alloc(16 + entries.length * 12)
  subtable.writeUInt16BE(12, 0)
  subtable.writeUInt32BE(subtable.length, 4)
  subtable.writeUInt32BE(entries.length, 12)
  for (const [index, [code, glyph]] of entries.entries())
    for (const [field, value] of [code, code, glyph].entries()) subtable.writeUInt32BE(value, 16 + index * 12 + field * 4)
  return Buffer.concat([header, subtable])
}
