import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '#server/testing/temporary-folder.ts'
import { THEMES } from '#tokens/themes.ts'
import { writeAppFiles } from './app-files.ts'
import { drawIcon } from './draw-icon.ts'
import { encodePng } from './png.ts'

const ICON = { size: 192, share: 0.86, ground: '#050d14', mark: '#f0c670' }
const at = (pixels: Uint8Array, size: number, x: number, y: number): number[] => [...pixels.subarray((y * size + x) * 3, (y * size + x) * 3 + 3)]

describe('an icon', () => {
  it('shows the dot and the rings of the brand on its ground', () => {
    const pixels = drawIcon(ICON)
    const ring = Math.round(96 + (7 / 48) * 192 * 0.86)
    expect([at(pixels, 192, 0, 0), at(pixels, 192, 96, 96), at(pixels, 192, ring, 96)]).toEqual([
      [5, 13, 20],
      [240, 198, 112],
      [240, 198, 112]
    ])
    expect(at(pixels, 192, Math.round(96 + (10.5 / 48) * 192 * 0.86), 96)).toEqual([5, 13, 20])
  })

  it('is a PNG file of its size', () => {
    const file = encodePng(drawIcon(ICON), 192)
    expect([file.subarray(1, 4).toString(), file.readUInt32BE(16), file.readUInt32BE(20)]).toEqual(['PNG', 192, 192])
    const data = file.indexOf('IDAT')
    expect(inflateSync(file.subarray(data + 4, data + 4 + file.readUInt32BE(data - 4))).length).toBe(192 * (192 * 3 + 1))
  })
})

describe('the files of an app', () => {
  it('are icons of the sizes that the manifest names, in the colours of the tokens', async () => {
    const folder = temporaryFolder()
    await writeAppFiles(folder)
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.webmanifest'), 'utf8')) as {
      icons: { src: string; sizes: string; purpose: string }[]
      theme_color: string
    }
    expect(manifest.icons.map(({ sizes, purpose }) => `${sizes} ${purpose}`)).toEqual(['192x192 any', '512x512 any', '512x512 maskable'])
    for (const { src, sizes } of manifest.icons) expect(`${readFileSync(join(folder, src)).readUInt32BE(16)}`).toBe(sizes.split('x')[0])
    expect(manifest.theme_color).toBe(THEMES.ink.bg0)
  })
})
