import type { ReactNode } from 'react'
import type { SceneAnswer } from '#contract/endpoints.ts'
import type { Observation } from '#contract/observation.ts'
import { DemoTag, PlainTag, PublishedTag } from '#ui/tags.tsx'
import type { PanelState } from './panel-state.ts'
import { tagWords } from './tag-words.ts'

const STATE_WORD: Partial<Record<PanelState['kind'], string>> = { stale: '过期', offline: '离线', empty: '无数据' }

interface PanelTagsProps {
  readonly observations: readonly Observation[]
  readonly answer: SceneAnswer
  readonly state: PanelState
}

/** Status and period of what the panel shows, in every state; the state's own word gives way where both kinds need the room, its note says it. */
export function PanelTags({ observations, answer, state }: PanelTagsProps): ReactNode {
  const word = STATE_WORD[state.kind]
  const { known, demo } = tagWords(observations, answer)
  return (
    <span className="panel-tags">
      {word !== undefined && (demo === null || known === null) && <PlainTag>{word}</PlainTag>}
      {known !== null && state.kind !== 'empty' && <PublishedTag>{known}</PublishedTag>}
      {demo !== null && <DemoTag>{demo}</DemoTag>}
    </span>
  )
}
