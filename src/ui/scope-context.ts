import { createContext } from 'react'
import type { Scoped } from '#format/wider-scope.ts'

/** For what stands within something that has said it. */
export const noScope = (): null => null

/** The word for a wider area than the region that is looked at, by what a figure is for; null where there is nothing to say. */
export const ScopeContext = createContext<(figure: Scoped) => string | null>(noScope)
