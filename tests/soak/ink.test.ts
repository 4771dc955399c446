import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { BLANK, inkOf, sharesOf } from '#tests/soak/ink.ts'
import { greyOf, type Grey } from '#tests/soak/png.ts'

const SIZE = { width: 40, height: 30 }

type Paint = (x: number, y: number) => number

/** A dark ground that gets lighter, as the wall's does. */
const ground: Paint = (x, y) => 10 + Math.floor((x + y) / 12)
const strokes =
  (step: number, light: number): Paint =>
  (x, y) =>
    x % step === 0 && y > 8 && y < 22 ? light : ground(x, y)

const picture = (paint: Paint): Grey => {
  const { width, height } = SIZE
  return { width, height, pixels: Uint8Array.from({ length: width * height }, (_, at) => paint(at % width, Math.floor(at / width))) }
}

const mixed =
  (one: Paint, other: Paint, share: number): Paint =>
  (x, y) =>
    Math.round(one(x, y) * (1 - share) + other(x, y) * share)

const chunk = (type: string, body: Buffer): Buffer => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length)
  return Buffer.concat([length, Buffer.from(type, 'latin1'), body, Buffer.alloc(4)])
}

/** Lines as RGB, each filtered in another way: none, left, above, mean, Paeth. */
function pngOf({ width, height, pixels }: Grey): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const grey = (x: number, y: number): number => (x < 0 || y < 0 ? 0 : (pixels[y * width + x] ?? 0))
  const guess = (filter: number, x: number, y: number): number => {
    const [left, above, corner] = [grey(x - 1, y), grey(x, y - 1), grey(x - 1, y - 1)]
    const near = [left, above, corner].toSorted((a, b) => Math.abs(left + above - corner - a) - Math.abs(left + above - corner - b))
    return [0, left, above, (left + above) >> 1, near[0] ?? 0][filter] ?? 0
  }
  const lines = Array.from({ length: height }, (_, y) => {
    const bytes = Array.from({ length: width }, (_unused, x) => grey(x, y) - guess(y % 5, x, y)).flatMap((byte) => [byte, byte, byte])
    return [y % 5, ...bytes]
  })
  return Buffer.concat([Buffer.alloc(8), chunk('IHDR', head), chunk('IDAT', deflateSync(Uint8Array.from(lines.flat())))])
}

describe('a picture', () => {
  it('is read whatever filter its lines have', () => {
    const painted = picture((x, y) => (x * 37 + y * 91 + x * y) % 256)
    expect(greyOf(pngOf(painted))).toEqual(painted)
  })

  it('of another kind is refused', () => {
    const png = pngOf(picture(ground))
    png[8 + 8 + 9] = 3
    expect(() => greyOf(png)).toThrow('not a picture')
  })
})

describe('ink', () => {
  const band = { from: 0.2, to: 0.8 }
  const ink = (paint: Paint): number => inkOf(picture(paint), band)

  it('is none on a ground, even on one that gets lighter', () => {
    expect(ink(ground)).toBe(0)
  })

  it('is none of what stands outside the band', () => {
    expect(ink((x, y) => (y < 5 || y > 25 ? (x % 2) * 255 : ground(x, y)))).toBe(0)
  })

  it('of a cross-fade never comes near that of a blank', () => {
    const [one, other] = [strokes(3, 200), strokes(4, 150)]
    const poorer = Math.min(ink(one), ink(other))
    const shares = Array.from({ length: 21 }, (_, step) => ink(mixed(one, other, step / 20)) / poorer)
    expect(Math.min(...shares)).toBeGreaterThan(2 * BLANK)
  })
})

describe('the shares of a film', () => {
  const blank = (inks: readonly number[]): boolean[] => sharesOf(inks).map((share) => share < BLANK)

  it('are of the poorer scene', () => {
    expect(sharesOf([20, 15, 10])).toEqual([2, 1.5, 1])
    expect(blank([20, 12, 2, 12, 10])).toEqual([false, false, true, false, false])
  })

  it('tell a blank at either end, and one that never ends', () => {
    expect(blank([20, 15, 0])).toEqual([false, false, true])
    expect(blank([0, 15, 20])).toEqual([true, false, false])
    expect(blank([0, 0])).toEqual([true, true])
  })
})
