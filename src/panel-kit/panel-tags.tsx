import { useRef, type ReactNode } from 'react'
import { widest } from '#charts/chart-text.ts'
import type { SceneAnswer } from '#contract/endpoints.ts'
import type { Observation } from '#contract/observation.ts'
import { TYPE } from '#tokens/sizes.ts'
import { ScopeMark } from '#ui/figure-status.tsx'
import { DemoTag, PlainTag, PublishedTag } from '#ui/tags.tsx'
import type { PanelState } from './panel-state.ts'
import { useScene } from './scene-context.ts'
import { tagWords } from '#charts/tag-words.ts'
import { useBoxSize } from './use-box-size.ts'

const STATE_WORD: Partial<Record<PanelState['kind'], string>> = { stale: '过期', offline: '离线', empty: '无数据' }

/** Dot, insets, frame and gap of two tags, in rem. */
const AROUND = 3.6

/** What two tags and the period between them need in one line, in rem. */
const tagsWidth = (words: string, period: string): number => (widest([words], 'sans') + widest([` ${period}`])) * TYPE.min + AROUND

interface PanelTagsProps {
  readonly observations: readonly Observation[]
  readonly answer: SceneAnswer
  readonly state: PanelState
  /** 全市, where all it shows is for a wider area than the region that is looked at. */
  readonly scope: string | null
}

/** Status and period of what the panel shows, in every state; the state's own word gives way where both kinds need the room, its note says it. A period without room beside the title stands under the tags: it makes no second line of them. */
export function PanelTags({ observations, answer, state, scope }: PanelTagsProps): ReactNode {
  const { rem } = useScene()
  const box = useRef<HTMLSpanElement>(null)
  const { width } = useBoxSize(box)
  const word = STATE_WORD[state.kind]
  const { known, period, demo } = tagWords(observations, answer)
  const below = width > 0 && period !== null && demo !== null && tagsWidth(`${known}${demo}`, period) * rem > width
  return (
    <span ref={box} className="panel-tags">
      {scope !== null && <ScopeMark word={scope} />}
      {word !== undefined && (demo === null || known === null) && <PlainTag>{word}</PlainTag>}
      {known !== null && state.kind !== 'empty' && (
        <PublishedTag>
          {period === null || below ? known : `${known} ${period}`}
          {below && <span className="panel-period">{period}</span>}
        </PublishedTag>
      )}
      {demo !== null && <DemoTag>{demo}</DemoTag>}
    </span>
  )
}
