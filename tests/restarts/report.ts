import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { findingsOf, memoryOf, quantile, timesOf, type Restarts } from './verdict.ts'
import type { Watcher } from './watcher.ts'

const s = (seconds: number): string => `${seconds.toFixed(2)} s`
const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0)

function lineOf(restarts: Restarts, kind: Watcher['kind']): string {
  const { of, back, p50, p95, max } = timesOf(restarts, kind)
  const many = restarts.watchers.filter((watcher) => watcher.kind === kind).length
  return [`${many} ${kind}s`, `${back} of ${of}`, s(p50), s(p95), s(max)].join(' | ')
}

export function reportText(restarts: Restarts): string {
  const { rounds, load } = restarts
  const starts = rounds.map(({ start }) => start / 1000)
  const terms = rounds.filter(({ signal }) => signal === 'SIGTERM').length
  const { first, last } = memoryOf(rounds)
  const findings = findingsOf(restarts)
  return [
    `${rounds.length} restarts: ${rounds.length - terms} kill -9, ${terms} SIGTERM`,
    'who | connected again | p50 after /readyz | p95 | max',
    lineOf(restarts, 'listener'),
    lineOf(restarts, 'wall'),
    `server | from its end to /readyz | ${s(quantile(starts, 0.5))} | ${s(quantile(starts, 0.95))} | ${s(quantile(starts, 1))}`,
    `releases | ${sum(rounds.map(({ publications }) => publications))} published | ${sum(rounds.map(({ lost }) => lost))} lost | ${sum(rounds.map(({ missed }) => missed.length))} missed`,
    `load | ${load.asked} requests in ${load.seconds.toFixed(0)} s | ${load.answered} answered | ${load.failedWhileUp} failed while the server was up`,
    `memory of the server | ${first.toFixed(0)} MiB at first | ${last.toFixed(0)} MiB at last | ${Math.max(...rounds.map(({ memory }) => memory)).toFixed(0)} MiB at most`,
    findings.length === 0 ? 'all well' : findings.join('\n')
  ].join('\n')
}

/** Writes it down; returns it for the console. */
export function writeReport(file: string, restarts: Restarts): string {
  const text = reportText(restarts)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${text}\n`)
  return text
}
