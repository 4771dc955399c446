import type { ReactNode } from 'react'
import { BrandMark } from '#ui/brand-mark.tsx'
import { formatView, type View } from '#view/codec.ts'
import { ToScreen } from './embed-note.tsx'
import { NewerRelease } from './newer-release.tsx'

interface EmbedFootProps {
  readonly source: string
  readonly edition: string
  readonly publisher: string
  readonly scene: string
  readonly view: View
}

/** Where it comes from, always in sight; and who shows it, as the way to the whole screen. */
export const EmbedFoot = ({ source, edition, publisher, scene, view: { theme: _theme, ...view } }: EmbedFootProps): ReactNode => (
  <footer className="embed-foot">
    <p>
      {source !== '' && <span className="embed-source">{source}</span>}
      <span className="embed-edition">
        {edition}
        <NewerRelease release={view.release} />
      </span>
    </p>
    <ToScreen href={`/${formatView({ ...view, scene })}`}>
      <BrandMark />
      {publisher}
    </ToScreen>
  </footer>
)
