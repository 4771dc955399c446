/**
 * `npx tsx scripts/office-check.ts FILE.pptx|FILE.xlsx …`: what PowerPoint or Excel would offer to repair, one fault a line; exit status 1
 * with any. Knows the parts, elements and attributes that this project writes: of other programs' files it may call some unknown.
 */
import { readFile } from 'node:fs/promises'
import { validateDeck } from '#server/render/office/pptx/validate.ts'

const files = process.argv.slice(2)
if (files.length === 0) throw new Error('which file, .pptx or .xlsx?')
for (const file of files) {
  const faults = validateDeck(await readFile(file))
  console.log(`${file}: ${faults.length === 0 ? 'no faults' : `${faults.length} faults`}`)
  for (const { rule, part, detail } of faults) console.log(`  ${rule}  ${part}  ${detail}`)
  if (faults.length > 0) process.exitCode = 1
}
