import type { ReactNode } from 'react'
import { formatBrief } from '#modes/brief/brief-address.ts'
import { parseView } from '#view/codec.ts'

interface PrintBriefProps {
  readonly scene: string
  /** The link that is shared: it may stay at a release. */
  readonly link: string
}

/** The view as pages to print: this scene's, or those of all. Paper is light, whatever the screen is. */
export function PrintBrief({ scene, link }: PrintBriefProps): ReactNode {
  const view = { ...parseView(new URL(link).search), theme: undefined }
  const ask = { size: 'a4', view } as const
  return (
    <div className="share-brief">
      <b>打印简报</b>
      <a href={formatBrief({ ...ask, scenes: [scene] })} target="_blank" rel="noopener">
        本场景
      </a>
      <a href={formatBrief({ ...ask, scenes: [] })} target="_blank" rel="noopener">
        全部场景
      </a>
    </div>
  )
}
