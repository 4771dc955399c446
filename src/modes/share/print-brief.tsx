import type { ReactNode } from 'react'
import type { SceneAnswer } from '#contract/endpoints.ts'
import { formatBrief } from '#modes/brief/brief-address.ts'
import { parseView } from '#view/codec.ts'
import { inScene } from './asked-view.ts'

interface PrintBriefProps {
  readonly answer: SceneAnswer
  /** The link that is shared: it may stay at a release. */
  readonly link: string
}

/** The view as pages to print: this scene's, or those of all. Paper is light, whatever the screen is. */
export function PrintBrief({ answer, link }: PrintBriefProps): ReactNode {
  const view = { ...inScene(parseView(new URL(link).search), answer), theme: undefined }
  const ask = { size: 'a4', view } as const
  return (
    <div className="share-brief">
      <b>打印简报</b>
      <a href={formatBrief({ ...ask, scenes: [answer.scene.id] })} target="_blank" rel="noopener">
        本场景
      </a>
      <a href={formatBrief({ ...ask, scenes: [] })} target="_blank" rel="noopener">
        全部场景
      </a>
    </div>
  )
}
