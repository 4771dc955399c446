import { NPM_PACKAGE, NPM_VERSION } from './npm-source.ts'

export const BOUNDARY_FILE = 'boundaries.geo.json'

/** The `map` key of pack.json: what the screen says about the map. */
export type MapSection = {
  readonly file: string
  /** true: the screen says 示意图; false: it shows the review number. */
  readonly schematic: boolean
  readonly reviewNo: string | null
  readonly source: string
  readonly terms: string
}

export const NPM_SECTION: MapSection = {
  file: BOUNDARY_FILE,
  schematic: true,
  reviewNo: null,
  source: `npm ${NPM_PACKAGE} ${NPM_VERSION} (几何数据来自高德地图)`,
  terms: '高德地图开放平台服务条款；仅作示意，未经审图，不得作为正式地图出版或对外公开使用'
}

export function officialSection(given: { reviewNo: string; source: string | undefined; terms: string | undefined }): MapSection {
  const { reviewNo, source = '标准地图', terms = `按审图号 ${reviewNo} 及来源网站的使用规定` } = given
  return { file: BOUNDARY_FILE, schematic: false, reviewNo, source, terms }
}
