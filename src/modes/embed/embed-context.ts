import { createContext, use } from 'react'
import type { PackAnswer } from '#contract/endpoints.ts'
import type { EmbedState } from './messages.ts'

/** What all of an embed share. */
export interface EmbedFacts {
  readonly pack: PackAnswer
  /** Tells the page around it, and names this one. */
  readonly told: (state: EmbedState, title: string, release: number) => void
}

export const EmbedContext = createContext<EmbedFacts | null>(null)

export function useEmbed(): EmbedFacts {
  const facts = use(EmbedContext)
  if (facts === null) throw new Error('a part of an embed stands outside of one')
  return facts
}
