import type { Observation } from '#contract/observation.ts'
import { endPointOf, startPointOf } from '#contract/period.ts'
import { datedText, periodText, shortPeriodText } from '#format/period.ts'
import { observationsOf, type PanelData } from './panel-data.ts'
import { tagWords } from './tag-words.ts'

type Dated = Pick<Observation, 'timePeriod' | 'periodText'>

/** What the head of a panel says of all its figures, `2022-10`; null where it says no period, or there is no head. */
export const saidPeriod = (data: Pick<PanelData<unknown>, 'panel' | 'answer'>): string | null =>
  data.panel.title === '' ? null : tagWords(observationsOf(data), data.answer).period

/** What more there is to say of a period than when it ends: 今年以来, where it starts, that it is every year. */
function spanWords({ timePeriod, periodText: printed }: Dated): string | null {
  if (timePeriod === '_T') return printed ?? periodText(timePeriod)
  if (!timePeriod.includes('/')) return null
  if (printed !== undefined && printed !== periodText(timePeriod)) return printed
  return startPointOf(timePeriod) === null ? null : shortPeriodText(timePeriod)
}

/** What a figure has to say of its period itself, where its head says `said`; null where that is all of it. Years are said once. */
export function ownPeriod(observation: Dated, said: string | null): string | null {
  const [end, words] = [endPointOf(observation.timePeriod), spanWords(observation)]
  if (end === said) return words
  return words === null ? end : datedText(words, observation.timePeriod)
}
