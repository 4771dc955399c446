import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { THEMES } from '#tokens/themes.ts'
import { drawIcon } from './draw-icon.ts'
import { encodePng } from './png.ts'

const { bg0, accent } = THEMES.ink

const ICONS = [
  { file: 'icon-192.png', size: 192, share: 0.86, purpose: 'any' },
  { file: 'icon-512.png', size: 512, share: 0.86, purpose: 'any' },
  { file: 'icon-maskable-512.png', size: 512, share: 0.68, purpose: 'maskable' }
] as const

/** iOS reads no manifest for the icon on its home screen. */
const TOUCH = { file: 'apple-touch-icon.png', size: 180, share: 0.8 } as const

/** What the app is when it is installed; its names are the pack's, and come from the server. */
const MANIFEST = {
  id: '/',
  name: '数据大屏',
  short_name: '数据大屏',
  lang: 'zh-CN',
  dir: 'ltr',
  start_url: '/',
  scope: '/',
  display: 'standalone',
  background_color: bg0,
  theme_color: bg0,
  icons: ICONS.map(({ file, size, purpose }) => ({ src: `/${file}`, sizes: `${size}x${size}`, type: 'image/png', purpose }))
}

/** What makes the built page one that can be installed: icons and manifest. */
export async function writeAppFiles(folder: string): Promise<void> {
  for (const { file, size, share } of [...ICONS, TOUCH]) {
    await writeFile(join(folder, file), encodePng(drawIcon({ size, share, ground: bg0, mark: accent }), size))
  }
  await writeFile(join(folder, 'manifest.webmanifest'), `${JSON.stringify(MANIFEST, null, 2)}\n`)
}
