import { describe, expect, it } from 'vitest'
import { boundariesAnswer, packAnswer, sceneAnswer } from '#contract/snapshot.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { deckScene } from '#server/render/office/pptx/deck-panel.ts'
import { bookFacts } from '#server/render/office/xlsx/book-facts.ts'
import { bookPanels } from '#server/render/office/xlsx/book-panels.ts'
import { makeBook } from '#server/render/office/xlsx/make-book.ts'
import { workbookOf } from './books.ts'
import { deckOf, opened, scenesOf } from './decks.ts'
import { each, OFFICE_VERSIONS, sdkFaults } from './open-xml-sdk.ts'

const snapshot = normal()
const { info } = packAnswer(snapshot)
const COUNTY = '330802'
const deck = deckOf(snapshot, scenesOf(snapshot))

/** Workbooks that differ by more than their figures and words. */
function kindsOf(files: ReadonlyMap<string, Uint8Array>): [string, Uint8Array][] {
  const found = new Map<string, [string, Uint8Array]>()
  for (const [path, bytes] of files) {
    if (!path.startsWith('ppt/embeddings/')) continue
    const parts = [...opened(bytes).bytes].map(
      ([part, content]) =>
        `${part} ${new TextDecoder()
          .decode(content)
          .replaceAll(/>[^<]*</g, '><')
          .replaceAll(/\d+/g, '0')}`
    )
    const shape = parts.map((part) => part.replaceAll(/(<row .*?<\/row>)\1+/g, '$1')).join()
    found.set(shape, found.get(shape) ?? [path, bytes])
  }
  return [...found.values()]
}

describe("Microsoft's own validator", () => {
  it.each(OFFICE_VERSIONS)('finds nothing in a deck and a workbook of all scenes for %s', async (version) => {
    expect(await sdkFaults(deck, 'pptx', version)).toEqual([])
    expect(await sdkFaults(workbookOf(snapshot), 'xlsx', version)).toEqual([])
  })

  it('finds nothing in those of a county', async () => {
    const answers = ['xiangxiantong', 'liangshai'].map((id) => sceneAnswer(snapshot, { id, region: COUNTY }))
    const scenes = answers.map((answer) => deckScene({ answer, info, boundaries: boundariesAnswer(snapshot, { code: answer.root, context: '1' }) }))
    expect(answers.map(({ region }) => region)).toEqual([COUNTY, COUNTY])
    expect(await sdkFaults(deckOf(snapshot, scenes), 'pptx')).toEqual([])
    const panels = answers.flatMap((answer) => bookPanels({ answer, info, address: '/' }))
    expect(await sdkFaults(makeBook(panels, bookFacts(answers, info)), 'xlsx')).toEqual([])
  })

  it('finds nothing in the workbooks behind charts, one of each kind', async () => {
    const books = kindsOf(opened(deck).bytes)
    const found = await each(books, ([, bytes]) => sdkFaults(bytes, 'xlsx', 'Office2016'))
    expect(books.length).toBeGreaterThan(3)
    expect(books.flatMap(([path], index) => (found[index] ?? ['not asked']).map((fault) => `${path} ${fault}`))).toEqual([])
    console.info(
      `${books.length} kinds of ${[...opened(deck).bytes.keys()].filter((path) => path.startsWith('ppt/embeddings/')).length} workbooks behind charts`
    )
  })
})
