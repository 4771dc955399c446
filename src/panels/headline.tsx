import { Fragment, type ReactNode } from 'react'
import { model, options, summary, table, type HeadlineFigure, type HeadlineModel } from '#charts/headline.ts'
import { definePanel, type PanelViewProps } from '#panel-kit/define-panel.tsx'
import { FigureStatus } from '#ui/figure-status.tsx'
import { Figure } from '#ui/figure.tsx'
import { statusDot } from '#ui/status-dot.ts'
import './headline.css'

/** `今年以来 2022年1–10月` breaks between its words alone. */
const Period = ({ text }: { readonly text: string }): ReactNode =>
  text.split(' ').map((word, index) => (
    <Fragment key={word}>
      {index > 0 && ' '}
      <span>{word}</span>
    </Fragment>
  ))

const Leading = ({ figure, size }: { readonly figure: HeadlineFigure; readonly size: HeadlineModel['size'] }) => (
  <li className={figure.back ? 'is-back' : undefined}>
    <span className={`headline-label ${statusDot(figure.observation)}`}>
      {figure.label}
      {figure.note !== '' && <small>{figure.note}</small>}
      <small>
        <Period text={figure.span} />
      </small>
      <FigureStatus observation={figure.observation} printed={figure.note} />
    </span>
    <Figure observation={figure.observation} indicator={figure.indicator} size={size} />
  </li>
)

const Headline = ({ model: { display, line, layout, size, figures } }: PanelViewProps<HeadlineModel>) => (
  <div className={`headline headline-${layout}`}>
    {display !== '' && (
      <div className="headline-title">
        <h2>{display}</h2>
        {line !== '' && <p>{line}</p>}
      </div>
    )}
    {figures.length > 0 && (
      <ul>
        {figures.map((figure) => (
          <Leading key={figure.indicator.id} figure={figure} size={size} />
        ))}
      </ul>
    )}
  </div>
)

/** Even without a figure the scene has its title. */
export const panel = definePanel({ kind: 'headline', options, model, summary, table, View: Headline, bare: true, drawsWithoutData: true })
