import { useId, useMemo, useRef, type CSSProperties, type ReactNode } from 'react'
import { hatchPath, hatchPeriod, hatchWidth, type Bounds } from '#charts/hatch.ts'
import type { FigureItem } from '#charts/panel-data.ts'
import { phraseCell } from '#charts/panel-table.ts'
import { riverShape, type BranchShape, type RiverShape } from '#charts/river-geometry.ts'
import type { RiverCourse } from '#charts/river-measures.ts'
import { demoWords } from '#charts/river-words.ts'
import { model, options, summary, table, type RiverModel } from '#charts/river.ts'
import { definePanel, type PanelViewProps } from '#panel-kit/define-panel.tsx'
import { useScene } from '#panel-kit/scene-context.ts'
import { useBoxSize } from '#panel-kit/use-box-size.ts'
import { DemoTag } from '#ui/tags.tsx'
import { FigureStatus } from '#ui/figure-status.tsx'
import { Figure } from '#ui/figure.tsx'
import { statusDot } from '#ui/status-dot.ts'
import { ValueButton } from '#ui/value-button.tsx'
import './river.css'

/** Until its box is measured, in rem: the wall's. */
const UNMEASURED = { across: { width: 77, height: 39 }, down: { width: 22, height: 50 } } as const
/** Longer phrases take the next smaller size. */
const LONG_PHRASE = 8

const inRem = ({ x, y, width, height }: Bounds): CSSProperties => ({ left: `${x}rem`, top: `${y}rem`, width: `${width}rem`, height: `${height}rem` })

/** Where the river runs is the form's; how much room it has is its box's. */
function useShape(river: RiverModel) {
  const { form, rem } = useScene()
  const ref = useRef<HTMLDivElement>(null)
  const size = useBoxSize(ref)
  const course: RiverCourse = form === 'column' ? 'down' : 'across'
  const room = size.width === 0 ? UNMEASURED[course] : { width: size.width / rem, height: size.height / rem }
  const { width, height } = room
  const shape = useMemo(() => riverShape(river, { course, width, height }), [river, course, width, height])
  return { ref, shape, course, width, height, rem }
}

interface Hatch {
  /** Path data over all of the flow, and the stripes' width, in px. */
  readonly path: string
  readonly stripe: number
  readonly rem: number
}

interface HatchedProps {
  readonly hatch: Hatch
  readonly children: ReactNode
}

/** Stripes within the shape that is the child: drawn, since a printed file keeps a pattern as a picture. */
function Hatched({ hatch: { path, stripe, rem }, children }: HatchedProps): ReactNode {
  const id = useId()
  return (
    <>
      <clipPath id={id}>{children}</clipPath>
      <g clipPath={`url(#${id})`}>
        <path d={path} strokeWidth={stripe} transform={`scale(${1 / rem})`} className="river-stripe" />
      </g>
    </>
  )
}

/** Away from the trunk: 余, 多 and 超 leave open how far. */
const Fade = ({ id, course }: { readonly id: string; readonly course: RiverCourse }): ReactNode => (
  <linearGradient id={id} x1="0" y1="0" x2={course === 'down' ? 1 : 0} y2={course === 'down' ? 0 : 1}>
    <stop className="river-fade-near" />
    <stop offset="1" className="river-fade-far" />
  </linearGradient>
)

/** Demo is hatched with a dashed edge, published and reported are solid. */
const Band = ({ shape: { branch, band, edges, node }, hatch, selected }: { readonly shape: BranchShape; readonly hatch: Hatch; readonly selected: boolean }) =>
  band === null ? null : (
    <g className={['river-branch', `is-${branch.look}`, selected ? 'is-selected' : ''].join(' ')}>
      <path d={band} className="river-band" />
      {branch.look === 'demo' && (
        <Hatched hatch={hatch}>
          <path d={band} />
        </Hatched>
      )}
      <path d={edges} className="river-edge" />
      {node !== null && <rect {...node} className="river-node" />}
    </g>
  )

interface WordsProps {
  readonly shape: BranchShape
  readonly river: RiverModel
  readonly className: string
}

function Words({ shape: { branch, label }, river: { indicator }, className }: WordsProps): ReactNode {
  const { name, text, phrase, value, observation, programme, look } = branch
  return (
    <div className={`river-words ${className}`} style={inRem(label)}>
      <span>{name}</span>
      {programme !== null && <small>{programme}</small>}
      {observation === null || value === null ? (
        <em>{text}</em>
      ) : (
        <ValueButton
          className={`river-value ${phrase.length > LONG_PHRASE ? 'is-long' : ''}`}
          label={[name, phrase, ...(look === 'demo' ? ['演示'] : [])].join(' ')}
          subject={{ observation, indicator, text: `${name} ${phrase}` }}
        >
          {text}
          {phrase.startsWith(text) && <i>{phrase.slice(text.length)}</i>}
        </ValueButton>
      )}
    </div>
  )
}

/** Two numbers are long, however few their digits. */
const isLong = (figure: FigureItem): boolean => figure.observation.bound === 'range' || phraseCell(figure).length > LONG_PHRASE

const Heart = ({ river: { figures }, box }: { readonly river: RiverModel; readonly box: Bounds }): ReactNode => (
  <ul className="river-heart" style={inRem(box)}>
    {figures.map((figure, index) => (
      <li key={figure.indicator.id}>
        <span className={`river-label ${statusDot(figure.observation)}`}>
          {figure.label}
          <small>{figure.span}</small>
          <FigureStatus observation={figure.observation} />
        </span>
        <Figure observation={figure.observation} indicator={figure.indicator} size={isLong(figure) ? 'hero' : index === 0 ? 'grand' : 'kpi'} />
      </li>
    ))}
  </ul>
)

/** Sources or outlets that are not in the view: what is known of them in words, and that they are not published. */
const Note = ({ lines, box }: { readonly lines: readonly string[]; readonly box: Bounds }): ReactNode =>
  lines.length === 0 ? null : (
    <div className="river-note" style={inRem(box)}>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  )

interface BandsProps {
  readonly river: RiverModel
  readonly shape: RiverShape
  /** Of what is demo. */
  readonly hatch: Hatch
  /** Paint of what a qualifier leaves open. */
  readonly fade: string
}

function Bands({ river, shape, hatch, fade }: BandsProps): ReactNode {
  const { view } = useScene()
  return (
    <>
      {shape.beyond !== null && (
        <rect {...shape.beyond} fill={river.total.edge === 'fading' ? fade : 'none'} className={`river-beyond is-${river.total.edge}`} />
      )}
      <rect {...shape.trunk} className={`river-trunk is-${river.total.look}`} />
      {river.total.look === 'demo' && (
        <Hatched hatch={hatch}>
          <rect {...shape.trunk} />
        </Hatched>
      )}
      {shape.banks.map((bank, index) => (
        <rect key={index} {...bank} className="river-bank" />
      ))}
      {[...shape.sources, ...shape.outlets].map((one) => (
        <Band key={one.branch.key} shape={one} hatch={hatch} selected={one.branch.key === view.region} />
      ))}
    </>
  )
}

function River({ model: river, muted }: PanelViewProps<RiverModel>): ReactNode {
  const { ref, shape, course, width, height, rem } = useShape(river)
  const { view } = useScene()
  const id = useId()
  const hatch = useMemo(
    () => ({ rem, stripe: hatchWidth(rem), path: hatchPath({ x: 0, y: 0, width: width * rem, height: height * rem }, hatchPeriod(rem)) }),
    [rem, width, height]
  )
  const demo = demoWords(river)
  return (
    <div className={['river', `river-${course}`, muted ? 'is-muted' : ''].join(' ')}>
      <div ref={ref} className="river-flow">
        <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
          <defs>{river.total.edge === 'fading' && <Fade id={`${id}-fade`} course={course} />}</defs>
          <Bands river={river} shape={shape} hatch={hatch} fade={`url(#${id}-fade)`} />
        </svg>
        {shape.sources.map((one) => (
          <Words key={one.branch.key} shape={one} river={river} className={`is-source ${shape.tight.sources ? 'is-tight' : ''}`} />
        ))}
        <Heart river={river} box={shape.heart} />
        {shape.outlets.map((one) => (
          <Words
            key={one.branch.key}
            shape={one}
            river={river}
            className={['is-outlet', shape.tight.outlets ? 'is-tight' : '', one.branch.key === view.region ? 'is-selected' : ''].join(' ')}
          />
        ))}
        <Note lines={river.sourceNote} box={shape.wings.sources} />
        <Note lines={river.outletNote} box={shape.wings.outlets} />
      </div>
      {demo !== null && (
        <p className="river-tag" style={{ left: `${shape.heart.x + shape.heart.width / 2}rem` }}>
          <DemoTag>{demo}</DemoTag>
        </p>
      )}
    </div>
  )
}

export const panel = definePanel({
  kind: 'river',
  options,
  model,
  summary,
  table,
  View: River,
  bare: true,
  waits: ({ boundaries, boundariesFailed }) => boundaries === undefined && !boundariesFailed
})
