/**
 * `npm run bench`: how long the things take that people wait for. `npm run bench -- frames [--scene ID --seconds 60 --size 3840x2160 --plant]`:
 * whether anything holds up the frames of a page at rest. `npm run bench -- remote`: from a tap on a tablet to the wall, and whether that is soon enough. `npm run bench -- exports [--rotations 30 --clients 10 --plant block|page]`: whether a wall notices that files are made. Speed is measured here and in no test: one would fail on a busy machine.
 */
import { benchFrames } from '#tests/frames/command.ts'
import { benchExports } from './bench/exports/command.ts'
import { benchRemote } from './bench/remote.ts'
import { benchTimes } from './bench/times.ts'

const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

/** Neither 0 nor 1: nothing was found out about the page. */
const UNTRIED = 2

const [first, ...words] = process.argv.slice(2)

function bench(): Promise<number> {
  if (first === 'frames') return benchFrames(words, say)
  if (first === 'exports') return benchExports(words, say)
  return first === 'remote' ? benchRemote(say) : benchTimes()
}

process.exitCode = await bench().catch((error: unknown) => {
  say(error instanceof Error ? (error.stack ?? error.message) : String(error))
  return UNTRIED
})
