import { createContext } from 'react'

/** For what stands within something that has said it. */
export const noScope = (): null => null

/** The word for a wider area than the region that is looked at, by the code of a figure's area; null where there is nothing to say. */
export const ScopeContext = createContext<(refArea: string) => string | null>(noScope)
