import type { Locator } from '#charts/locator.ts'
import { model, options, summary, table, type RangeBar, type Story, type StoryCardModel, type StoryFigure } from '#charts/story-card.ts'
import { absenceText } from '#format/status.ts'
import { definePanel, type PanelViewProps } from '#panel-kit/define-panel.tsx'
import { useScene } from '#panel-kit/scene-context.ts'
import { FigureStatus } from '#ui/figure-status.tsx'
import { Figure } from '#ui/figure.tsx'
import { statusDot } from '#ui/status-dot.ts'
import './story-card.css'

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`

/** A map without 审图号 is a schematic, however small, and says so. */
function Place({ locator, place }: { readonly locator: Locator; readonly place: string }) {
  const { map } = useScene()
  return (
    <figure className="story-map">
      <svg viewBox={locator.viewBox} role="img" aria-label={`${place}的位置`}>
        {locator.areas.map(({ code, path, lit }) => (
          <path key={code} d={path} className={lit ? 'is-lit' : ''} />
        ))}
      </svg>
      <figcaption title={`${map.source}。${map.terms}`}>{map.schematic ? '示意图' : `审图号：${map.reviewNo ?? ''}`}</figcaption>
    </figure>
  )
}

/** Nearer to zero the lower end's words would stand on the 0. */
const CLEAR = 0.25
/** In a shorter range the ends' words stand outwards, not under their ends. */
const CLOSE = 0.16

/** From zero to beyond the upper end; the bar is the range itself. */
const Range = ({ range: { from, to, low, high, step, demo } }: { readonly range: RangeBar }) => (
  <span className={`story-range ${to - from < CLOSE ? 'is-close' : ''}`} aria-hidden="true">
    <i className={demo ? 'is-demo' : ''} style={{ left: percent(from), width: percent(to - from) }} />
    {from > CLEAR && <small className="is-zero">0</small>}
    {step !== null && (
      <small className="is-step" style={{ left: percent(step.at) }}>
        {step.text}
      </small>
    )}
    <small className="is-low" style={{ right: percent(1 - from) }}>
      {low}
    </small>
    <small className="is-high" style={{ left: percent(to) }}>
      {high}
    </small>
  </span>
)

const StoryLine = ({ figure }: { readonly figure: StoryFigure }) => {
  const { observation, indicator, label, period, range } = figure
  return (
    <li>
      <span className={`story-label ${statusDot(observation)}`}>
        {label}
        <small>{period}</small>
      </span>
      <span className="story-value">
        <Figure observation={observation} indicator={indicator} size="row" />
        <FigureStatus observation={observation} />
      </span>
      {range !== null && <Range range={range} />}
    </li>
  )
}

const Card = ({ story: { title, place, programme, figures, locator } }: { readonly story: Story }) => (
  <article className="story">
    {locator !== null && <Place locator={locator} place={place} />}
    <h3>{title}</h3>
    <p className="story-place">{place}</p>
    {figures.length === 0 && <p className="story-place">{absenceText(undefined)}</p>}
    <ul>
      {figures.map((figure) => (
        <StoryLine key={figure.indicator.id} figure={figure} />
      ))}
    </ul>
    {programme !== null && <p className="story-programme">项目：{programme}</p>}
  </article>
)

const StoryCard = ({ model: { stories } }: PanelViewProps<StoryCardModel>) => (
  <div className="stories">
    {stories.map((story) => (
      <Card key={story.title} story={story} />
    ))}
  </div>
)

export const panel = definePanel({
  kind: 'story-card',
  options,
  model,
  summary,
  table,
  View: StoryCard,
  bare: true,
  waits: ({ boundaries, boundariesFailed }) => boundaries === undefined && !boundariesFailed
})
