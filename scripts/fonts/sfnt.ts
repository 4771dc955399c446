/** Just enough of the OpenType container to see what a font brings; offsets are bytes, numbers big-endian. */

const tagAt = (view: DataView, offset: number): string => String.fromCharCode(...[0, 1, 2, 3].map((index) => view.getUint8(offset + index)))

export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

export const tail = (view: DataView, offset: number): DataView => new DataView(view.buffer, view.byteOffset + offset, view.byteLength - offset)

/** Offset of the table's record in the directory; undefined when the font has no such table. */
export const recordOf = (font: DataView, tag: string): number | undefined =>
  Array.from({ length: font.getUint16(4) }, (_, index) => 12 + index * 16).find((record) => tagAt(font, record) === tag)

export const tableOf = (font: DataView, tag: string): DataView | undefined => {
  const record = recordOf(font, tag)
  return record === undefined ? undefined : new DataView(font.buffer, font.byteOffset + font.getUint32(record + 8), font.getUint32(record + 12))
}

/** The new table goes to the end of the file: nothing else moves. */
export const replaceTable = (font: Buffer, tag: string, table: Buffer): Buffer => {
  const padded = Buffer.concat([font, Buffer.alloc(-font.length & 3)])
  const record = recordOf(viewOf(padded), tag)
  if (record === undefined) throw new Error(`font without a ${tag} table`)
  padded.writeUInt32BE(padded.length, record + 8)
  padded.writeUInt32BE(table.length, record + 12)
  return Buffer.concat([padded, table])
}

/** Offsets of the lookups' tables that carry this layout feature, in whichever script. */
export const featureLookups = (layout: DataView, feature: string): number[] => {
  const list = layout.getUint16(6)
  const records = Array.from({ length: layout.getUint16(list) }, (_, index) => list + 2 + index * 6)
  const tables = records.filter((record) => tagAt(layout, record) === feature).map((record) => list + layout.getUint16(record + 4))
  return [...new Set(tables.flatMap((table) => Array.from({ length: layout.getUint16(table + 2) }, (_, index) => layout.getUint16(table + 4 + index * 2))))]
}

/** The layout features of the font, GSUB and GPOS together. */
export const featureTags = (font: DataView): Set<string> => {
  const tables = ['GSUB', 'GPOS'].flatMap((tag) => tableOf(font, tag) ?? [])
  return new Set(
    tables.flatMap((table) => {
      const list = table.getUint16(6)
      return Array.from({ length: table.getUint16(list) }, (_, index) => tagAt(table, list + 2 + index * 6))
    })
  )
}

/** Advance width of a glyph in font units; glyphs past the last metric repeat it. */
export const advanceOf = (font: DataView, glyph: number): number => {
  const metrics = tableOf(font, 'hmtx')
  const count = tableOf(font, 'hhea')?.getUint16(34)
  if (!metrics || !count) throw new Error('font without horizontal metrics')
  return metrics.getUint16(Math.min(glyph, count - 1) * 4)
}
