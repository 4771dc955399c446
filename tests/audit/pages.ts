import { THEME_IDS, type ThemeId } from '#tokens/themes.ts'
import type { Size } from './space.ts'

/** One page to look at. */
export interface View {
  readonly scene: string
  readonly theme: ThemeId
  readonly size: Size
}

export const SIZES: readonly Size[] = [
  { width: 1920, height: 1080 },
  { width: 3840, height: 2160 },
  { width: 2560, height: 1080 },
  { width: 3840, height: 1080 },
  { width: 1366, height: 768 }
]

/** 16:9, 16:10, 21:9 and 32:9, each as small and as large as walls of that kind come. */
export const WALL_SIZES: readonly Size[] = [
  { width: 1920, height: 1080 },
  { width: 3840, height: 2160 },
  { width: 1920, height: 1200 },
  { width: 3440, height: 1440 },
  { width: 3840, height: 1080 },
  { width: 5120, height: 1440 },
  { width: 7680, height: 2160 }
]

export const sizeText = ({ width, height }: Size): string => `${width}x${height}`

interface Choice {
  readonly scenes: readonly string[]
  readonly sizes: readonly Size[]
  readonly themes: readonly ThemeId[]
}

/** Every scene at every size in every theme, size by size. */
export const matrix = ({ scenes, sizes, themes }: Choice): View[] =>
  sizes.flatMap((size) => scenes.flatMap((scene) => themes.map((theme) => ({ scene, theme, size }))))

/** Each scene at least once, each size and each theme at least once, in as few views as that takes. */
export function rotation(scenes: readonly string[], sizes: readonly Size[] = SIZES, themes: readonly ThemeId[] = THEME_IDS): View[] {
  const turn = <Item>(items: readonly Item[], index: number): readonly Item[] => items.slice(index % items.length, (index % items.length) + 1)
  const count = scenes.length === 0 ? 0 : Math.max(scenes.length, sizes.length, themes.length)
  return Array.from({ length: count }, (_view, index) => index).flatMap((index) =>
    matrix({ scenes: turn(scenes, index), sizes: turn(sizes, index), themes: turn(themes, index) })
  )
}
