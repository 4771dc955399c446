import { chromium, type Browser } from 'playwright-core'
import { pathOf } from '#tests/support/debian-program.ts'

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--enable-precise-memory-info'
]

/**
 * What the engine compiles lies in the heap too. Its optimising compilers go on for some thousand rotations, ever more slowly:
 * megabytes that are not the page's, and under which 1 KB a rotation could hide. Without them the heap is what the page keeps:
 * it stands within some 10 KB from the second round on. `jit` leaves them on, for long runs, in which they come to an end.
 */
const COLD = '--no-opt --no-maglev --always-sparkplug'

/** A browser with collections on demand, and figures of memory that are not rounded. */
export const launchMeasured = (jit: boolean): Promise<Browser> =>
  chromium.launch({ executablePath: pathOf('chromium'), args: [...FLAGS, `--js-flags=--expose-gc ${jit ? '' : COLD}`] })
