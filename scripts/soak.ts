/** `npm run soak -- --rotations N --refreshes M [--every K --fade MS --jit --plant leak|blank]`: a wall that changes scenes for long must not grow. */
import { soakCommand } from '#tests/soak/command.ts'

const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

/** Neither 0 nor 1: nothing was found out about the page. */
const UNTRIED = 2

process.exitCode = await soakCommand(process.argv.slice(2), say).catch((error: unknown) => {
  say(error instanceof Error ? (error.stack ?? error.message) : String(error))
  return UNTRIED
})
