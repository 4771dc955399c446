import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Outcome } from './scenario.ts'

const seconds = (milliseconds: number | undefined): string => (milliseconds === undefined ? '-' : (milliseconds / 1_000).toFixed(1))

const lineOf = ({ fault, phase, labelled, recovered, findings }: Outcome): string =>
  [fault.group, fault.name, phase, fault.expect.label, seconds(labelled), seconds(recovered), findings.length === 0 ? 'ok' : findings.join('; ')].join(' | ')

const slowest = (values: readonly (number | undefined)[]): string => seconds(Math.max(0, ...values.filter((value) => value !== undefined)))

/** All runs in a sentence. */
export function closingLine(outcomes: readonly Outcome[]): string {
  const wrong = outcomes.filter(({ findings }) => findings.length > 0).length
  const names = new Set(outcomes.map(({ fault }) => fault.name))
  const labelled = outcomes.filter(({ fault }) => fault.expect.label === 'must' || fault.expect.label === 'soon').map(({ labelled }) => labelled)
  return `${names.size} faults, ${outcomes.length} runs, ${outcomes.length - wrong} as they should be, ${wrong} not; label after ${slowest(labelled)} s at worst, well again after ${slowest(outcomes.map(({ recovered }) => recovered))} s at worst`
}

/** One line for each fault and phase, and the sentence. */
export function writeTable(file: string, outcomes: readonly Outcome[]): void {
  const lines = ['group | fault | phase | label wanted | label after, s | well again after, s | findings', ...outcomes.map(lineOf), closingLine(outcomes)]
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${lines.join('\n')}\n`)
}
