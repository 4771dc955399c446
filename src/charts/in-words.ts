import type { Observation } from '#contract/observation.ts'

/** The sentence with its full stop; demo figures are never read out as if they were published. */
export function inWords(summary: string, observations: readonly Observation[]): string {
  const demo = observations.filter(({ origin }) => origin === 'demo').length
  return `${summary}${demo === 0 ? '' : demo === observations.length ? '，均为演示数据' : '，含演示数据'}。`
}
