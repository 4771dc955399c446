import { inflateSync } from 'node:zlib'

/** A picture as luminance, one byte a pixel, row by row. */
export interface Grey {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8Array
}

const SIGNATURE = 8
const CHANNELS: Readonly<Record<number, number>> = { 2: 3, 6: 4 }

interface Raw {
  readonly width: number
  readonly height: number
  readonly channels: number
  readonly data: Buffer
}

/** Chunks of eight bits a channel in RGB or RGBA, not interlaced: what browsers write. @throws Error for any other. */
function unpacked(png: Buffer): Raw {
  const parts: Buffer[] = []
  let head: Buffer | undefined
  for (let at = SIGNATURE; at < png.length;) {
    const length = png.readUInt32BE(at)
    const body = png.subarray(at + 8, at + 8 + length)
    const type = png.toString('latin1', at + 4, at + 8)
    if (type === 'IHDR') head = body
    if (type === 'IDAT') parts.push(body)
    at += length + 12
  }
  const channels = CHANNELS[head?.[9] ?? -1]
  if (head === undefined || channels === undefined || head[8] !== 8 || head[12] !== 0) throw new Error('not a picture as browsers write them')
  return { width: head.readUInt32BE(0), height: head.readUInt32BE(4), channels, data: inflateSync(Buffer.concat(parts)) }
}

function paeth(left: number, above: number, corner: number): number {
  const a = Math.abs(above - corner)
  const b = Math.abs(left - corner)
  const c = Math.abs(left + above - 2 * corner)
  if (a <= b && a <= c) return left
  return b <= c ? above : corner
}

/** What the filter of a line expects at a byte. */
function expected(filter: number, left: number, above: number, corner: number): number {
  if (filter === 1) return left
  if (filter === 2) return above
  if (filter === 3) return (left + above) >> 1
  return filter === 4 ? paeth(left, above, corner) : 0
}

/** Undoes the filters line by line, in place: lines stay where they are, each behind the byte that names its filter. */
function unfilter({ width, height, channels, data }: Raw): void {
  const stride = width * channels + 1
  for (let line = 0; line < height; line += 1) {
    const start = line * stride
    const filter = data[start] ?? 0
    for (let byte = 1; byte < stride; byte += 1) {
      const at = start + byte
      const inside = byte > channels
      const below = line > 0
      const left = inside ? (data[at - channels] ?? 0) : 0
      const above = below ? (data[at - stride] ?? 0) : 0
      const corner = inside && below ? (data[at - stride - channels] ?? 0) : 0
      data[at] = (data[at] ?? 0) + expected(filter, left, above, corner)
    }
  }
}

export function greyOf(png: Buffer): Grey {
  const raw = unpacked(png)
  unfilter(raw)
  const { width, height, channels, data } = raw
  const pixels = new Uint8Array(width * height)
  for (let line = 0; line < height; line += 1)
    for (let x = 0; x < width; x += 1) {
      const at = line * (width * channels + 1) + 1 + x * channels
      pixels[line * width + x] = Math.round(0.2126 * (data[at] ?? 0) + 0.7152 * (data[at + 1] ?? 0) + 0.0722 * (data[at + 2] ?? 0))
    }
  return { width, height, pixels }
}
