import type { Observation } from '#contract/observation.ts'
import './status-dot.css'

/** The class of a name with a dot before it: full for what is published or reported, hollow for demo and forecasts. */
export const statusDot = ({ origin, obsStatus }: Pick<Observation, 'origin' | 'obsStatus'>): string =>
  origin === 'demo' || obsStatus === 'F' ? 'status-dot is-hollow' : 'status-dot'
