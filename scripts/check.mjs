// `npm run check`: everything that can be known without a browser or a long run, in under a minute.
import { spawn } from 'node:child_process'
import { performance } from 'node:perf_hooks'

const STEPS = [
  ['types', 'tsc', ['--noEmit']],
  ['lint', 'oxlint', ['--type-aware', '--deny-warnings']],
  ['format', 'oxfmt', ['--check']],
  ['unused code', 'knip', []],
  [
    'unit tests',
    'vitest',
    ['run', '--project', 'unit', '--exclude', '**/*.slow.test.ts', '--exclude', 'scripts/{fonts,map,gates}/**', '--exclude', 'tests/conformance/**']
  ]
]

/** One step; its output is shown only when it fails. */
function run([name, command, words]) {
  const started = performance.now()
  return new Promise((resolve) => {
    const child = spawn(`node_modules/.bin/${command}`, words, { stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        said += chunk
      })
    child.once('exit', (code) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1)
      console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} ${seconds} s`)
      if (code !== 0) console.log(said)
      resolve(code === 0)
    })
  })
}

const results = []
// Two at a time: the tests need both cores, the rest does not.
const [tests, ...quick] = STEPS.toReversed()
for (const step of quick.toReversed()) results.push(await run(step))
results.push(await run(tests))
process.exitCode = results.every(Boolean) ? 0 : 1
