import { readFileSync } from 'node:fs'

interface Published {
  readonly code: string
  readonly refArea: string
  readonly display: string
}

const file: { readonly figures: readonly Published[] } = JSON.parse(readFileSync('tests/fixtures/published-figures.json', 'utf8'))

/** How each published figure must read, to the character: `xxt.members@330800` -> `3万余名`. */
export const oracle: ReadonlyMap<string, string> = new Map(file.figures.map(({ code, refArea, display }) => [`${code}@${refArea}`, display]))

const ids = (codes: string): string[] => codes.split(' ').map((code) => `${code}@330800`)

/** The phrases of the overview: headlines and sub-lines. */
export const WALL = ids(
  'xxt.members xxt.services xxt.satisfaction xxt.projects xxt.investment zs.investment zs.projects zb.sales zb.audience st.canteens st.coverage mz.income mz.villages qq.demands qq.sessions qq.satisfaction yl.events xxt.loanAmount xxt.loanProjects'
)

/** What the ultra-wide wall adds. */
export const ULTRAWIDE = [
  ...WALL,
  ...ids('zb.broadcasts zb.fans st.points qq.countyEvents lj.exchanges zj.visitors xxt.departments xxt.matters'),
  ...['xxt.rolloutLevels', 'xxt.rolloutCities', 'xxt.rolloutCounties'].map((code) => `${code}@330000`)
]
