import type { ReactNode } from 'react'
import type { Panel } from '#contract/scene.ts'
import './panel.css'

interface PanelFrameProps {
  readonly panel: Pick<Panel, 'id' | 'title' | 'subtitle'>
  readonly state: string
  readonly tags?: ReactNode
  readonly children: ReactNode
}

/** A hairline with a short bar, the title, its tags; then whitespace. No box. */
export function PanelFrame({ panel, state, tags, children }: PanelFrameProps): ReactNode {
  return (
    <section className="panel" data-panel={panel.id} data-panel-state={state} aria-label={panel.title === '' ? undefined : panel.title}>
      {panel.title !== '' && (
        <header className="panel-head">
          <h3>{panel.title}</h3>
          {tags}
          {panel.subtitle !== undefined && <p>{panel.subtitle}</p>}
        </header>
      )}
      {children}
    </section>
  )
}
