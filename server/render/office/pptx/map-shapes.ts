import type { CountyMapModel, MapArea } from '#charts/county-map.ts'
import { aspectScaleAt, extentOf, linesOf } from '#charts/map-geometry.ts'
import type { Element } from '#server/render/element.ts'
import { contrastOf, mix, rampAt } from '#tokens/colour.ts'
import type { Theme } from '#tokens/themes.ts'
import { mapLabels } from './map-labels.ts'
import { hatch, NO_FILL, solid } from './paint.ts'
import { bar, group, outline, type Point } from './shapes.ts'
import type { Slide } from './slide.ts'
import { textBox, type Run } from './text.ts'
import { SIZE, type Box } from './units.ts'
import { textWidth } from './widths.ts'

type Project = (position: readonly number[]) => Point

/** True to shape, as large as the box allows, in its middle. */
function projectionInto(areas: readonly MapArea[], { x, y, width, height }: Box): Project {
  const extent = extentOf(areas.map(({ feature }) => feature))
  const squeeze = aspectScaleAt(extent)
  const [wide, tall] = [(extent.east - extent.west) * squeeze, extent.north - extent.south]
  const scale = Math.min(width / wide, height / tall)
  const [left, top] = [x + (width - wide * scale) / 2, y + (height - tall * scale) / 2]
  return ([lon = 0, lat = 0]) => [left + (lon - extent.west) * squeeze * scale, top + (extent.north - lat) * scale]
}

const groundOf = ({ share }: MapArea, theme: Theme): string => (share === null ? theme.bg2 : rampAt(theme.ramp, share))

/** Stripes that are seen on any step of the ramp: those of the screen, and lighter ones where the ground is as dark as they are. */
const STRIPES = { plain: 0.42, least: 1.18, light: 0.34 } as const

function stripesOn(ground: string, theme: Theme): string {
  const plain = mix(ground, theme.mapHatch, STRIPES.plain)
  return contrastOf(plain, ground) >= STRIPES.least ? plain : mix(ground, theme.light ? theme.bg0 : theme.t1, STRIPES.light)
}

const ringsOf = ({ feature }: MapArea, project: Project, down = 0): Point[][] =>
  linesOf(feature).map((line) =>
    line.map((position): Point => {
      const [x, y] = project(position)
      return [x, y + down]
    })
  )

function areaShape(area: MapArea, project: Project, { id, theme }: Slide): Element {
  const ground = groundOf(area, theme)
  const words = `${area.region.name}${area.phrase === '' ? '' : ` ${area.phrase}`}${area.demo ? '（演示）' : ''}`
  const fill = area.demo ? hatch(stripesOn(ground, theme), ground, theme) : solid(ground, theme)
  return outline(id(), { name: area.region.name, words, fill, stroke: { colour: theme.mapEdge, width: 1.5 } }, ringsOf(area, project), theme)
}

/** The map stands a little above the slide, as it does on the screen. */
const PLATEAU = 7

const underShape = (area: MapArea, project: Project, { id, theme }: Slide): Element =>
  outline(
    id(),
    { name: `${area.region.name} 底`, fill: solid(theme.side, theme), stroke: { colour: theme.side, width: 1.5 } },
    ringsOf(area, project, PLATEAU),
    theme
  )

/** The one of the two that is told better from its ground: a label has no halo here. */
const readableOn = (ground: string, theme: Theme): string => (contrastOf(theme.t1, ground) >= contrastOf(theme.bg0, ground) ? theme.t1 : theme.bg0)

function labels(areas: readonly MapArea[], project: Project, { id, theme }: Slide): Element[] {
  const placed = areas.map((area) => ({ area, at: project(area.labelPoint), colour: readableOn(groundOf(area, theme), theme) }))
  return mapLabels(placed).map(({ area, box, paragraphs }) =>
    textBox(id(), { name: `${area.region.name} 标注`, ...box, anchor: 'ctr', oneLine: true, paragraphs }, theme)
  )
}

/** As thick as the outline of the area that is looked at is on the screen, in px. */
const LOOKED_AT = 4

const selection = (area: MapArea, project: Project, { id, theme }: Slide): Element =>
  outline(id(), { name: `${area.region.name} 所选`, fill: NO_FILL, stroke: { colour: theme.accent, width: LOOKED_AT } }, ringsOf(area, project), theme)

/** The areas as shapes of their own, each with its name, its colour and its label; that of the region `selected` has the accent's outline. */
export function putMap(slide: Slide, { areas }: CountyMapModel, box: Box, selected: string): void {
  if (areas.length === 0) return
  const project = projectionInto(areas, { ...box, height: box.height - PLATEAU })
  const frame = slide.id()
  const looked = areas.filter(({ region }) => region.code === selected)
  const shapes = [
    ...areas.map((area) => underShape(area, project, slide)),
    ...areas.map((area) => areaShape(area, project, slide)),
    ...looked.map((area) => selection(area, project, slide))
  ]
  slide.put(group(frame, { name: '地图', words: '各地区的形状与数值' }, box, shapes), ...labels(areas, project, slide))
}

const STEP = { width: 30, height: 12 } as const

/** How high the line under a map is, in px. */
export const RAMP = 24

/** The six steps of the ramp between the least and the greatest value, and what the map is. */
export function putRamp(slide: Slide, { low, high, metric, areas }: CountyMapModel, terms: string, at: Pick<Box, 'x' | 'y' | 'width'>): void {
  const { theme, id } = slide
  const run = (text: string): Run => ({ text, size: SIZE.min, colour: theme.t2 })
  const lowWide = textWidth(low, SIZE.min) + 10
  if (metric !== null && high !== '' && areas.length > 0) {
    slide.text({ name: '最小值', x: at.x, y: at.y, width: lowWide, height: RAMP, anchor: 'ctr', paragraphs: [{ runs: [run(low)] }] })
    slide.put(
      ...theme.ramp.map((colour, index) =>
        bar(id(), '色阶', colour, { x: at.x + lowWide + index * STEP.width, y: at.y + (RAMP - STEP.height) / 2, ...STEP }, theme)
      )
    )
    const x = at.x + lowWide + theme.ramp.length * STEP.width + 10
    slide.text({ name: '最大值', x, y: at.y, width: 260, height: RAMP, anchor: 'ctr', paragraphs: [{ runs: [run(`${high} ${metric.unit}`)] }] })
  }
  const quiet = { text: terms, size: SIZE.min, colour: theme.t3 }
  slide.text({ name: '地图说明', x: at.x + at.width - 220, y: at.y, width: 220, height: RAMP, anchor: 'ctr', paragraphs: [{ align: 'r', runs: [quiet] }] })
}
