/**
 * Loaded into the server that `npm run bench -- exports` starts: at SIGUSR2 it writes how long its main thread was held up, in
 * milliseconds, since the last time. With BENCH_PLANT=block it holds it up itself, as if files were made there.
 */
import { writeFileSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { isMainThread } from 'node:worker_threads'

const { BENCH_DELAYS, BENCH_PLANT } = process.env
const HELD = { every: 1_600, for: 900 }
const RESOLUTION = 5

function hold() {
  const ends = performance.now() + HELD.for
  while (performance.now() < ends);
}

// Threads and processes of the server have it too.
if (isMainThread && BENCH_DELAYS !== undefined && (process.argv[1] ?? '').endsWith('start.mjs')) {
  const delays = monitorEventLoopDelay({ resolution: RESOLUTION })
  delays.enable()
  let asked = 0
  process.on('SIGUSR2', () => {
    const of = (nanoseconds) => Math.max(0, nanoseconds / 1e6 - RESOLUTION)
    writeFileSync(BENCH_DELAYS, JSON.stringify({ p50: of(delays.percentile(50)), p95: of(delays.percentile(95)), worst: of(delays.max) }))
    delays.reset()
    asked += 1
    // The first two are the begin and the end of the part without exports.
    if (BENCH_PLANT === 'block' && asked === 2) setInterval(hold, HELD.every).unref()
  })
}
