import type { PictureScene, Room } from '#charts/picture.ts'
import type { Laid } from './laid.ts'
import { stylesOf } from './styles.ts'
import { line } from './text.ts'

/** A map without 审图号 is a schematic and says so, wherever one is drawn. */
export const mapTermsText = ({ schematic, reviewNo }: PictureScene<unknown>['map']): string => (schematic ? '示意图' : `审图号：${reviewNo ?? ''}`)

export const mapTerms = ({ map }: Pick<PictureScene<unknown>, 'map'>, room: Room): Laid => line(mapTermsText(map), stylesOf(room).quiet, room.measure)
