import * as bars from './bars.ts'
import { picture as barsPicture } from './bars-picture.ts'
import * as figureList from './figure-list.ts'
import { picture as kpiBandPicture } from './kpi-band-picture.ts'
import { pictureKind, type PictureKind } from './picture-kind.ts'
import * as trend from './trend.ts'
import { picture as trendPicture } from './trend-picture.ts'

/** Every kind of panel that a picture can be made of, by its name in a scene file. */
export const PICTURE_KINDS: ReadonlyMap<string, PictureKind> = new Map([
  ['bars', pictureKind({ ...bars, picture: barsPicture })],
  ['kpi-band', pictureKind({ ...figureList, picture: kpiBandPicture })],
  ['trend', pictureKind({ ...trend, picture: trendPicture })]
])
