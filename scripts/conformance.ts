/** `npm run conformance -- URL [--profile live|core|static] [--json]`: holds any implementation of the API against the rules. */
import { conformance } from '#tests/conformance/command.ts'

process.exitCode = await conformance(process.argv.slice(2), (text) => process.stdout.write(`${text}\n`))
