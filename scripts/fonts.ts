import { parseArgs } from 'node:util'
import { buildFonts } from './fonts/build-fonts.ts'
import { BUDGET, type FontReport } from './fonts/report.ts'

const { values } = parseArgs({
  options: { pack: { type: 'string', default: 'packs/quzhou' }, out: { type: 'string', default: 'build/fonts' } }
})

const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`

const print = ({ outDir, reused, bytes, files, missing, overBudget }: FontReport): void => {
  for (const { file, bytes: size, codePoints } of files.filter(({ part }) => part !== 'slice'))
    console.log(`${file} ${kilobytes(size)} ${codePoints} characters`)
  console.log(`${outDir}: ${reused ? 'unchanged' : 'written'}, first scene ${kilobytes(bytes.first)}, whole pack ${kilobytes(bytes.all)}`)
  for (const { family, weight, text } of missing) console.warn(`${family} ${weight} has no glyph for ${text}`)
  if (overBudget) console.warn(`over the budget of ${kilobytes(BUDGET.first)} for the first scene and ${kilobytes(BUDGET.all)} for the pack`)
}

print(await buildFonts({ packDir: values.pack, sourceDirs: ['src'], outDir: values.out }))
