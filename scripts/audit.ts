/** `npm run audit [-- --scenes a,b --sizes 1920x1080 --themes ink --out DIR --url URL --mock NAME]`: overlapping, cut and small text on every page. */
import { audit } from '#tests/audit/command.ts'

const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

/** Neither 0 nor 1: nothing was found out about the pages. */
const UNTRIED = 2

process.exitCode = await audit(process.argv.slice(2), say).catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error))
  return UNTRIED
})
