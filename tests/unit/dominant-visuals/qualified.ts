import type { Observation } from '#contract/observation.ts'

/** How a figure is qualified, one of each kind that the contract knows. */
export const QUALIFIED = {
  exact: { bound: 'exact', qualifier: undefined },
  余: { bound: 'over', qualifier: { word: '余', place: 'afterScale' } },
  超: { bound: 'over', qualifier: { word: '超', place: 'beforeNumber' } },
  以上: { bound: 'atLeast', qualifier: { word: '以上', place: 'afterUnit' } },
  近: { bound: 'nearly', qualifier: { word: '近', place: 'beforeNumber' } },
  magnitude: { bound: 'magnitude', qualifier: { word: '上', place: 'beforeNumber' } }
} as const satisfies Record<string, Partial<Observation>>

/** From the figure's value up to a higher one. */
export const range = (obsValueHigh: string): Partial<Observation> => ({ bound: 'range', qualifier: undefined, obsValueHigh })
