/**
 * `npx tsx scripts/book.ts SCENE[,SCENE…]|all OUT.xlsx [--region 330802] [--root CODE] [--metric ID] [--period 2022-06] [--fixture hidden]`:
 * makes the workbook of scenes of the pack as the server would, to look at.
 */
import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { packAnswer, sceneAnswer } from '#contract/snapshot.ts'
import { fixtures } from '#mocks/fixtures/fixtures.ts'
import { bookFacts } from '#server/render/office/xlsx/book-facts.ts'
import { bookPanels } from '#server/render/office/xlsx/book-panels.ts'
import { regionsAsked, sceneAddress } from '#server/render/office/scene-address.ts'
import { makeBook } from '#server/render/office/xlsx/make-book.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    region: { type: 'string' },
    root: { type: 'string' },
    metric: { type: 'string' },
    period: { type: 'string' },
    fixture: { type: 'string', default: 'normal' }
  }
})
const [wanted = 'zonglan', out = 'book.xlsx'] = positionals
const snapshot = fixtures[values.fixture]?.()
const { region, root, metric, period } = values
if (snapshot === undefined) throw new Error('no such fixture')
const { info } = packAnswer(snapshot)
const ids = wanted === 'all' ? snapshot.document.scenes.map(({ id }) => id) : wanted.split(',')
const begun = performance.now()
const answers = ids.map((id) => sceneAnswer(snapshot, { id, region, root }))
const panels = answers.flatMap((answer) =>
  bookPanels({
    answer,
    info,
    metric,
    period,
    address: sceneAddress('/', { scene: answer.scene.id, ...regionsAsked(answer), metric, period, release: snapshot.release.release })
  })
)
const book = makeBook(panels, bookFacts(answers, info))
await writeFile(out, book)
console.log(`${out} ${book.length} bytes, ${(performance.now() - begun).toFixed(0)} ms`)
