import { describe, expect, it } from 'vitest'
import { normal } from '#mocks/fixtures/normal.ts'
import { RULES } from '#server/render/office/pptx/validate/opened.ts'
import { validateDeck } from '#server/render/office/pptx/validate.ts'
import { BOOK_FAULTS } from './book-faults.ts'
import { workbookOf } from './books.ts'
import { DECK_FAULTS } from './deck-faults.ts'
import { deckOf, scenesOf } from './decks.ts'
import { each, sdkFaults } from './open-xml-sdk.ts'
import { planted } from './plant.ts'

const snapshot = normal()
const SCENE = 'xiangxiantong'
const FILES = {
  pptx: { sound: deckOf(snapshot, scenesOf(snapshot, [SCENE])), faults: DECK_FAULTS },
  xlsx: { sound: workbookOf(snapshot, [SCENE]), faults: BOOK_FAULTS }
} as const
const ENDINGS = ['pptx', 'xlsx'] as const

describe.each(ENDINGS)('what a program would offer to repair in a .%s', (ending) => {
  const { sound, faults } = FILES[ending]
  const both = faults.filter(([, , finders]) => finders === 'both')
  const ours = faults.filter(([, , finders]) => finders === 'ours')

  it('is nothing in one as it is made', async () => {
    expect(validateDeck(sound)).toEqual([])
    expect(validateDeck(planted(sound, () => undefined))).toEqual([])
    expect(await sdkFaults(sound, ending)).toEqual([])
  })

  it.each(faults)('%s: %s', (rule, _what, _finders, change) => {
    expect(new Set(validateDeck(planted(sound, change)).map((fault) => fault.rule))).toContain(rule)
  })

  it("is found by Microsoft's own validator as well where the table says so", async () => {
    const theirs = await each(both, ([, , , change]) => sdkFaults(planted(sound, change), ending))
    expect(both.flatMap(([rule, what], index) => (theirs[index]?.length === 0 ? [`${rule}: ${what}`] : []))).toEqual([])
    console.info(`.${ending}: ${faults.length} planted, all found by name; ${both.length} by the Open XML SDK as well, ${ours.length} by ours alone`)
  }, 120_000)

  // All of them in one file: one that it finds after all would be here.
  it('is not found by it where ours alone does', async () => {
    const all = planted(sound, (files) => ours.forEach(([, , , change]) => change(files)))
    expect(await sdkFaults(all, ending)).toEqual([])
    expect(ours.length).toBeGreaterThan(0)
  })
})

describe('the validator', () => {
  it('is asked for each of its rules', () => {
    const asked = new Set(ENDINGS.flatMap((ending) => FILES[ending].faults.map(([rule]) => rule)))
    expect(RULES.filter((rule) => !asked.has(rule))).toEqual(['not-a-package'])
  })

  it('says of what is no package at all that it is none', () => {
    expect(validateDeck(new TextEncoder().encode('deck'))).toMatchObject([{ rule: 'not-a-package' }, { rule: 'content-type-missing' }])
  })

  it('looks into the workbooks behind charts', () => {
    const broken = planted(FILES.pptx.sound, (files) => {
      const path = Object.keys(files).find((one) => one.startsWith('ppt/embeddings/')) ?? ''
      files[path] = planted(files[path] ?? new Uint8Array(), (parts) => {
        parts['xl/worksheets/sheet1.xml'] = new TextEncoder().encode(new TextDecoder().decode(parts['xl/worksheets/sheet1.xml']).replace(' s="1"', ' s="9"'))
      })
    })
    expect(validateDeck(broken)).toMatchObject([{ rule: 'style-unknown', part: expect.stringMatching(/^ppt\/embeddings\/.*\/xl\/worksheets\/sheet1\.xml$/) }])
  })
})
