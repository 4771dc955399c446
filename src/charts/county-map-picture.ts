import { option } from './county-map-option.ts'
import { periodText } from '#format/period.ts'
import type { CountyMapModel, CountyMapOptions } from './county-map.ts'
import type { ScoredMap } from './county-map-scores.ts'
import type { Block, Picture, Room, Shape } from './picture.ts'
import { TYPE } from '#tokens/sizes.ts'
import { drawing } from './typeset/blocks.ts'
import { flowed, sideBySide, type Laid } from './typeset/laid.ts'
import { mapTerms } from './typeset/map-line.ts'
import { stylesOf } from './typeset/styles.ts'
import { line } from './typeset/text.ts'

const STEP = { width: 20, height: 10 } as const

/** The six steps of the ramp between the least and the greatest value. */
function ramp({ low, high, metric }: CountyMapModel, room: Room): Laid {
  const { small } = stylesOf(room)
  const number = { ...small, font: 'num', weight: 500, size: small.size + 1 } as const
  const steps: Shape[] = room.theme.ramp.map((fill, index) => ({ kind: 'rect', x: index * STEP.width, y: -4, ...STEP, fill }))
  const scale: Laid = { width: room.theme.ramp.length * STEP.width, height: STEP.height, shapes: steps }
  return sideBySide([line(low, number, room.measure), scale, line(high, number, room.measure), line(metric?.unit ?? '', small, room.measure)], 7)
}

/** Of many months one is shown, and which one must be said. */
const isOfSeries = ({ areas, period, indicator }: CountyMapModel): boolean =>
  period !== null && (indicator?.composite !== undefined || areas.some(({ observation }) => observation !== null && observation.freq !== '_Z'))

function legend(model: ScoredMap, room: Room, terms: Laid): Laid {
  const { label, small } = stylesOf(room)
  const parts = [
    ...(model.noValues === null ? [] : [line(model.noValues, label, room.measure)]),
    ...(model.metric === null ? [] : [line(model.metric.label, small, room.measure)]),
    ...(isOfSeries(model) ? [line(periodText(model.period ?? ''), small, room.measure)] : []),
    ...(model.metric === null || model.high === '' ? [] : [ramp(model, room)]),
    ...(model.key === '' ? [] : [line(model.key, small, room.measure)]),
    terms
  ]
  return flowed(parts, { width: room.width, gap: 16, lineGap: 4 })
}

const SHARE = 0.56
const LEAST = 300
/** Over and under the outline, in rem. */
const INSET = 1

/** The map with a value in each area, and what its colours mean. */
export const picture: Picture<ScoredMap, CountyMapOptions> = (model, room, scene) => {
  const height = Math.max(LEAST, room.width * SHARE)
  const { region } = scene.answer
  const selected = model.areas.some((area) => area.region.code === region) ? region : undefined
  const fit = { top: INSET, bottom: INSET, width: room.width / room.rem - 2 }
  const map: Block[] =
    model.areas.length === 0
      ? []
      : [
          {
            kind: 'chart',
            height,
            areas: model.areas.map(({ feature }) => feature),
            option: (ctx) => option(model, { ...ctx, fit, leastLabel: TYPE.min / TYPE.county, selected })
          }
        ]
  return [...map, ...drawing(legend(model, room, mapTerms(scene, room)), 8)]
}
