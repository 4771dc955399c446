import { useMemo, useRef, type CSSProperties } from 'react'
import { hallGeometry, type HallGeometry } from '#charts/hall-geometry.ts'
import { contentOf, hallShapes, type HallShape } from '#charts/hall-shapes.ts'
import { bricksLine, columnName, namesLine, summary, table } from '#charts/hall-words.ts'
import { model, options, type HallModel, type Joint, type LegendItem } from '#charts/hall.ts'
import { statusCell } from '#charts/panel-table.ts'
import { definePanel, type PanelViewProps } from '#panel-kit/define-panel.tsx'
import { useScene } from '#panel-kit/scene-context.ts'
import { useBoxSize } from '#panel-kit/use-box-size.ts'
import { FigureStatus } from '#ui/figure-status.tsx'
import { Figure } from '#ui/figure.tsx'
import { DemoTag } from '#ui/tags.tsx'
import { useRoving, type Roving, type RovingItem } from '#ui/use-roving.ts'
import { ValueButton } from '#ui/value-button.tsx'
import './hall.css'

/** Below this width in px a column of the page gets the plain table. */
const NARROW = 860
/** Until the box is measured: the hall's place on the wall. */
const UNMEASURED = { width: 64, height: 56.3 }

const place = (left: number, top: number, more: CSSProperties = {}): CSSProperties => ({
  left: `${left}rem`,
  top: `${top}rem`,
  ...Object.fromEntries(Object.entries(more).map(([side, rem]) => [side, `${rem}rem`]))
})

const markClass = ({ mark }: Pick<Joint, 'mark'>, demo: boolean): string => `hall-mark hall-${mark} ${demo ? 'is-demo' : ''}`

interface CrossingProps {
  readonly hall: HallModel
  readonly row: number
  readonly column: number
  readonly roving: RovingItem
  readonly style?: CSSProperties
}

/** One mechanism in one county: its state as a mark, its card behind it. */
function Crossing({ hall: { rows, columns, progress }, row, column, roving, style }: CrossingProps) {
  const [joint, region, mechanism] = [rows[row]?.joints[column] ?? null, rows[row]?.region, columns[column]]
  if (joint === null || region === undefined || mechanism === undefined || progress === null) return null
  return (
    <ValueButton
      className={`hall-joint ${markClass(joint, joint.demo)}`}
      subject={{ observation: joint.observation, indicator: progress }}
      label={`${region.name} ${columnName(mechanism)}：${joint.text} ${statusCell(joint.observation)}`}
      style={style}
      roving={roving}
    />
  )
}

function County({ hall, row, roving, style }: Omit<CrossingProps, 'column'>) {
  const { view, setView } = useScene()
  const region = hall.rows[row]?.region
  if (region === undefined) return null
  const selected = view.region === region.code
  return (
    <button
      type="button"
      className="hall-county"
      aria-pressed={selected}
      style={style}
      {...roving}
      onClick={() => setView({ region: selected ? undefined : region.code })}
    >
      {region.name}
    </button>
  )
}

const Legend = ({ items, demo }: { readonly items: readonly LegendItem[]; readonly demo: boolean }) => (
  <ul className="hall-legend" aria-label="图例">
    {items.map((item) => (
      <li key={item.text}>
        <i className={markClass(item, demo)} aria-hidden="true" />
        {item.text}
      </li>
    ))}
  </ul>
)

/** What the marks mean, which columns have a name, and what is demo. */
function Foot({ hall, style }: { readonly hall: HallModel; readonly style?: CSSProperties }) {
  const { bricks, legend, columns, demo, noProgress } = hall
  const names = namesLine(columns)
  return (
    <div className="hall-foot" style={style}>
      {legend.length > 0 && <Legend items={legend} demo={demo === 'all'} />}
      {demo !== 'none' && <DemoTag>{demo === 'all' ? '分县落实为演示' : '分县落实部分为演示'}</DemoTag>}
      {bricks !== null && <p className="hall-bricks-line">{bricksLine(bricks)}</p>}
      {names !== '' && <p>{names}</p>}
      {noProgress !== null && <p>{noProgress}</p>}
    </div>
  )
}

function Shape({ shape }: { readonly shape: HallShape }) {
  const { key: _key, tag: Tag, ...rest } = shape
  return <Tag {...rest} />
}

const Roof = ({ hall, geometry }: { readonly hall: HallModel; readonly geometry: HallGeometry }) => (
  <>
    {hall.roof.map(({ label, accent, observation, indicator }, index) => (
      <p key={indicator.id} className={`hall-crest ${accent ? 'is-accent' : ''}`} style={place(geometry.dots[index]?.x ?? 0, geometry.labelsY)}>
        {label} <Figure observation={observation} indicator={indicator} size="line" />
        <FigureStatus observation={observation} />
      </p>
    ))}
    <p className="hall-plaque" style={place(geometry.plaque.x, geometry.plaque.y, { width: geometry.plaque.width, height: geometry.plaque.height })}>
      {hall.display}
    </p>
    {geometry.columns.map(({ x }, index) => (
      <span
        key={x}
        className={`hall-numeral ${geometry.numerals.down ? 'is-down' : ''}`}
        title={hall.columns[index]?.name ?? undefined}
        style={{ ...place(x, geometry.numeralY), fontSize: `${geometry.numerals.size}rem` }}
      >
        {hall.columns[index]?.numeral}
      </span>
    ))}
  </>
)

/** Buttons in reading order: a county, then its crossings. */
function Body({ hall, geometry, roving }: { readonly hall: HallModel; readonly geometry: HallGeometry; readonly roving: Roving }) {
  const { joint, beams, columns, nameWidth } = geometry
  const wide = columns.length + 1
  return (
    <div role="group" aria-label="分县落实情况" {...roving.group}>
      {beams.map(({ y, height }, row) => (
        <div key={hall.rows[row]?.region.code}>
          <County hall={hall} row={row} roving={roving.item(row * wide)} style={place(0, y + height / 2, { width: nameWidth })} />
          {columns.map(({ x }, column) => (
            <Crossing
              key={x}
              hall={hall}
              row={row}
              column={column}
              roving={roving.item(row * wide + column + 1)}
              style={place(x - joint / 2, y + (height - joint) / 2, { width: joint, height: joint })}
            />
          ))}
        </div>
      ))}
    </div>
  )
}

function Picture({ hall, width, height, roving }: { readonly hall: HallModel; readonly width: number; readonly height: number; readonly roving: Roving }) {
  const geometry = useMemo(() => hallGeometry({ width, height }, contentOf(hall)), [hall, width, height])
  const { view } = useScene()
  return (
    <>
      <svg className="hall-building" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        {hallShapes(hall, geometry, view.region).map((shape) => (
          <Shape key={shape.key} shape={shape} />
        ))}
      </svg>
      <Roof hall={hall} geometry={geometry} />
      <Body hall={hall} geometry={geometry} roving={roving} />
      <Foot hall={hall} style={place(geometry.foot.x, geometry.foot.y, { width: geometry.foot.width })} />
    </>
  )
}

/** In the hand: a table with cells of a finger's size, turned where the mechanisms would not fit beside each other. */
function HallGrid({ hall, roving, turned }: { readonly hall: HallModel; readonly roving: Roving; readonly turned: boolean }) {
  const wide = hall.columns.length + 1
  const crossing = (row: number, column: number) => (
    <td key={`${row} ${column}`}>
      <Crossing hall={hall} row={row} column={column} roving={roving.item(row * wide + column + 1)} />
    </td>
  )
  const county = (row: number) => (
    <th key={hall.rows[row]?.region.code} scope={turned ? 'col' : 'row'}>
      <County hall={hall} row={row} roving={roving.item(row * wide)} />
    </th>
  )
  const mechanism = (column: number) => (
    <th key={column} scope={turned ? 'row' : 'col'}>
      {hall.columns[column]?.numeral}
    </th>
  )
  const [counties, mechanisms] = [[...hall.rows.keys()], [...hall.columns.keys()]]
  return (
    <div className="hall-grid" role="group" aria-label="分县落实情况" {...roving.group}>
      {counties.length > 0 && (
        <table>
          <thead>
            <tr>
              <td />
              {turned ? counties.map(county) : mechanisms.map(mechanism)}
            </tr>
          </thead>
          <tbody>
            {turned
              ? mechanisms.map((column) => (
                  <tr key={column}>
                    {mechanism(column)}
                    {counties.map((row) => crossing(row, column))}
                  </tr>
                ))
              : counties.map((row) => (
                  <tr key={row}>
                    {county(row)}
                    {mechanisms.map((column) => crossing(row, column))}
                  </tr>
                ))}
          </tbody>
        </table>
      )}
      <Foot hall={hall} />
    </div>
  )
}

function Hall({ model: hall }: PanelViewProps<HallModel>) {
  const { form, rem } = useScene()
  const box = useRef<HTMLDivElement>(null)
  const { width, height } = useBoxSize(box)
  const wide = hall.columns.length + 1
  const has = (index: number): boolean => index % wide === 0 || (hall.rows[Math.floor(index / wide)]?.joints[(index % wide) - 1] ?? null) !== null
  const roving = useRoving({ count: hall.rows.length * wide, columns: wide, has })
  const size = width > 0 ? { width: width / rem, height: height / rem } : UNMEASURED
  const narrow = form === 'column' && width > 0 && width < NARROW
  return (
    <div ref={box} className={narrow ? 'hall' : 'hall hall-picture'}>
      {narrow ? <HallGrid hall={hall} roving={roving} turned={width < wide * 48 + 40} /> : <Picture hall={hall} {...size} roving={roving} />}
    </div>
  )
}

export const panel = definePanel({ kind: 'hall', options, model, summary, table, View: Hall, bare: true })
