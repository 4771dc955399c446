import { alpha, mix } from './colour.ts'
import type { Theme } from './themes.ts'

type Colours = Pick<Theme, 'bg1' | 'data' | 'dataSoft' | 'light' | 'bg0'>

/** Colours that are made of the roles, for page and picture alike. */
export const tintsOf = ({ data, dataSoft, bg1 }: Pick<Colours, 'data' | 'dataSoft' | 'bg1'>) => ({
  demoBase: alpha(data, 0.26),
  demoStripe: alpha(data, 0.62),
  demoEdge: alpha(data, 0.55),
  /** Large hatched surfaces are quieter than bars. */
  bandBase: alpha(data, 0.13),
  bandStripe: alpha(data, 0.44),
  trunk: mix(dataSoft, bg1, 0.16),
  trunkDim: mix(dataSoft, bg1, 0.36),
  dataDash: alpha(data, 0.75),
  hallRoof: dataSoft,
  hallShaft: mix(dataSoft, data, 0.16),
  hallHead: mix(dataSoft, data, 0.38)
})

/** What is behind a picture: paper is whiter than the page. */
export const groundOf = ({ light, bg0, bg1 }: Pick<Colours, 'light' | 'bg0' | 'bg1'>): string => (light ? bg0 : bg1)
