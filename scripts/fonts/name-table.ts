/** What a reader of fonts asks of a name table: family, style, unique name, full name, version, PostScript name. */
const namesOf = (family: string, weight: number): readonly [number, string][] => [
  [1, family],
  [2, 'Regular'],
  [3, `${family} ${weight}`],
  [4, `${family} ${weight}`],
  [6, `${family}-${weight}`.replaceAll(' ', '')]
]

const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16()

/** A name table for Windows in English: the family is called the same in every weight, as style sheets call it. */
export function writeNames(family: string, weight: number): Buffer {
  const names = namesOf(family, weight).map(([id, text]) => ({ id, bytes: utf16(text) }))
  const header = Buffer.alloc(6 + names.length * 12)
  header.writeUInt16BE(names.length, 2)
  header.writeUInt16BE(header.length, 4)
  let offset = 0
  for (const [index, { id, bytes }] of names.entries()) {
    for (const [field, value] of [3, 1, 0x409, id, bytes.length, offset].entries()) header.writeUInt16BE(value, 6 + index * 12 + field * 2)
    offset += bytes.length
  }
  return Buffer.concat([header, ...names.map(({ bytes }) => bytes)])
}
