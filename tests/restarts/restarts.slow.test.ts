import { expect, it } from 'vitest'
import { writeReport } from './report.ts'
import { restartTheApp } from './restart-the-app.ts'
import type { Round } from './run.ts'
import { findingsOf } from './verdict.ts'

/** RESTARTS says how many. */
const TIMES = Number(process.env['RESTARTS'] ?? 200)
const SECONDS_EACH = 60

const slowest = ({ back }: Round): number => Math.max(...back.map((time) => time ?? Infinity)) / 1000

it(
  `the app restarted ${TIMES} times under load: everybody is back soon and no release is missed`,
  async () => {
    const restarts = await restartTheApp({
      times: TIMES,
      listeners: 60,
      walls: 2,
      onRound: (round, index) =>
        process.stdout.write(
          `restart ${index + 1}, ${round.signal}: ready after ${(round.start / 1000).toFixed(2)} s, last back ${slowest(round).toFixed(2)} s later, ${round.publications} published, ${round.missed.length} missed, ${round.memory.toFixed(0)} MiB\n`
        )
    })
    console.log(writeReport('artifacts/restarts.txt', restarts))
    expect(restarts.rounds).toHaveLength(TIMES)
    expect(findingsOf(restarts)).toEqual([])
  },
  (TIMES + 5) * SECONDS_EACH * 1000
)
