import { createContext, use } from 'react'
import type { SceneAnswer } from '#contract/endpoints.ts'
import type { PackInfo } from '#contract/pack.ts'
import type { PageSizeId } from './page-size.ts'

/** What the pages of one scene know of the whole. */
export interface BriefState {
  readonly info: PackInfo
  readonly size: PageSizeId
  /** The pages before this scene's, and all; null until every scene has been laid out. */
  readonly before: number
  readonly total: number | null
  /** No page stands until it is known that there is something of the period that is asked for. */
  readonly held: boolean
  /** The page that is looked at, where pages are shown one by one. */
  readonly current: number | null
  /** Told how many pages the scene has once they stand; 0 while they are being laid out anew. */
  readonly onPages: (answer: SceneAnswer, count: number) => void
}

export const BriefContext = createContext<BriefState | null>(null)

export function useBrief(): BriefState {
  const state = use(BriefContext)
  if (state === null) throw new Error('a page stands outside of a briefing')
  return state
}
