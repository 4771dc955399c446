/** `npm run audit [-- --scenes a,b --sizes 1920x1080 --themes ink --out DIR --url URL --mock NAME]`: overlapping, cut and small text on every page. */
import { audit } from '#tests/audit/command.ts'

process.exitCode = await audit(process.argv.slice(2), (line) => process.stdout.write(`${line}\n`))
