import type { MarkLook } from './bar-mark.ts'
import type { HallContent, HallGeometry, Rect } from './hall-geometry.ts'
import { bricksLine, namesLine } from './hall-words.ts'
import type { HallModel } from './hall.ts'

/** One shape of the building, in the terms of SVG; its colours come from its classes. */
export type HallShape = { readonly key: string; readonly className: string; readonly opacity?: number } & (
  | { readonly tag: 'path'; readonly d: string }
  | ({ readonly tag: 'rect' } & Rect)
  | { readonly tag: 'circle'; readonly cx: number; readonly cy: number; readonly r: number }
)

const classes = (...names: readonly (string | false | undefined)[]): string =>
  names.filter((name) => name !== false && name !== undefined && name !== '').join(' ')

const path = (key: string, className: string, d: string): HallShape => ({ tag: 'path', key, className, d })
const box = (key: string, className: string, { x, y, width, height }: Rect): HallShape => ({ tag: 'rect', key, className, x, y, width, height })

/** What the geometry is made for: the counts and, of a roof's group with more than its figure says, one dot further. */
export const contentOf = ({ bricks, columns, rows, roof, noProgress }: HallModel): HallContent => ({
  columns: columns.length,
  names: rows.map(({ region }) => region.name),
  bricks: bricks?.count ?? 0,
  beyond: bricks?.beyond ?? 'none',
  roof: roof.map(({ dots, beyond }) => dots + (beyond === 'none' ? 0 : 1)),
  words: [bricks === null ? '' : bricksLine(bricks), namesLine(columns), noProgress ?? ''].filter((line) => line !== '')
})

/** Published and reported marks are solid, demo ones hollow, a forecast's dashed gold. */
const lookClass = (look: MarkLook | undefined): string | false => look !== undefined && look !== 'solid' && `is-${look}`

function crest({ roof }: HallModel, { dots }: HallGeometry): HallShape[] {
  return dots.flatMap(({ dots: places, radius }, group) => {
    const { accent = false, look, dots: sure = 0, beyond = 'none' } = roof[group] ?? {}
    return places.map(({ x, y }, index): HallShape => {
      const further = index >= sure && `is-${beyond}`
      const className = classes('hall-dot', accent && 'is-accent', lookClass(look), further)
      return { tag: 'circle', key: `dot ${group} ${index}`, className, cx: x, cy: y, r: radius }
    })
  })
}

/** The hall, flat, from the back to the front: published counts are its dots, columns and bricks. */
export function hallShapes(hall: HallModel, geometry: HallGeometry, selected: string | undefined): HallShape[] {
  const { roof, ribs, ridge, architrave, columns, beams, bricks } = geometry
  const brick = classes('hall-brick', lookClass(hall.bricks?.look))
  return [
    path('roof', 'hall-roof', roof),
    ...ribs.map((rib, index) => path(`rib ${index}`, 'hall-rib', rib)),
    path('ridge', 'hall-ridge', `M${ridge.x1} ${ridge.y}H${ridge.x2}`),
    ...crest(hall, geometry),
    box('architrave', 'hall-body', architrave),
    ...beams.map((beam, row) =>
      box(`beam ${row}`, classes('hall-beam', selected !== undefined && hall.rows[row]?.region.code === selected && 'is-selected'), beam)
    ),
    ...columns.flatMap(({ shaft, capital, foot }, index) => [
      box(`shaft ${index}`, 'hall-shaft', shaft),
      path(`head ${index}`, 'hall-head', capital),
      box(`foot ${index}`, 'hall-head', foot)
    ]),
    ...bricks.map(({ opacity, dashed, ...place }, index): HallShape => ({ ...box(`brick ${index}`, classes(brick, dashed && 'is-dashed'), place), opacity }))
  ]
}
