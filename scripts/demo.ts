/**
 * Writes a pack's demo figures from its demo-spec.json: `npm run demo [-- packs/NAME]`.
 * Seeded: the same files give the same bytes.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { argv, stdout } from 'node:process'
import { demoText, generateDemo } from '#scripts/demo/generate.ts'
import { readInputs } from '#scripts/demo/read-inputs.ts'

const [, , folder = 'packs/quzhou'] = argv
const observations = generateDemo(readInputs(folder))
writeFileSync(join(folder, 'demo.json'), demoText(observations))
stdout.write(`${join(folder, 'demo.json')}：${observations.length} 条演示数据\n`)
