import type { ReactNode } from 'react'
import type { Panel } from '#contract/scene.ts'
import { usePanelTable, type PanelWords } from './panel-table.tsx'
import './panel.css'

interface PanelFrameProps {
  readonly panel: Pick<Panel, 'id' | 'title' | 'subtitle'>
  readonly state: string
  readonly tags?: ReactNode
  /** What it shows in words; null while it shows no data. */
  readonly words?: PanelWords | null
  /** When its newest figure came, in words. */
  readonly age?: string | null
  readonly children: ReactNode
}

/** A hairline with a short bar, the title, its tags; then whitespace. No box. */
export function PanelFrame({ panel, state, tags, words = null, age = null, children }: PanelFrameProps): ReactNode {
  const summary = `${panel.id}-summary`
  const table = usePanelTable(words)
  return (
    <section
      className="panel"
      data-panel={panel.id}
      data-panel-state={state}
      aria-label={panel.title === '' ? words?.title : panel.title}
      aria-describedby={words === null ? undefined : summary}
      onKeyDown={table.onKeyDown}
    >
      {age !== null && <p className="panel-age">{age}</p>}
      {panel.title !== '' && (
        <header className="panel-head">
          <h3>{panel.title}</h3>
          {tags}
          {panel.subtitle !== undefined && <p>{panel.subtitle}</p>}
        </header>
      )}
      {words !== null && (
        <p id={summary} className="visually-hidden">
          {words.summary}
        </p>
      )}
      {children}
      {table.node}
    </section>
  )
}
