import { unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { normal } from '#mocks/fixtures/normal.ts'
import type { Rule } from '#server/render/office/pptx/validate/opened.ts'
import { validateDeck } from '#server/render/office/pptx/validate.ts'
import { deckOf, scenesOf } from './decks.ts'

const snapshot = normal()
const sound = deckOf(snapshot, scenesOf(snapshot, ['xiangxiantong']))

type Files = Record<string, Uint8Array>

const [decoder, encoder] = [new TextDecoder(), new TextEncoder()]

/** The deck with one thing changed; the change must be one. */
function planted(change: (files: Files) => void): Uint8Array {
  const files: Files = { ...unzipSync(sound) }
  change(files)
  return zipSync(files, { level: 0 })
}

const textOf = (files: Files, path: string): string => decoder.decode(files[path])

function edited(files: Files, path: string, from: string | RegExp, to: string): void {
  const before = textOf(files, path)
  const after = before.replace(from, to)
  if (after === before) throw new Error(`nothing to plant in ${path}`)
  files[path] = encoder.encode(after)
}

const pathOf = (files: Files, pattern: RegExp): string => {
  const path = Object.keys(files).find((one) => pattern.test(one))
  if (path === undefined) throw new Error(`no ${String(pattern)}`)
  return path
}

/** A slide that has a chart. */
const chartSlide = (files: Files): string =>
  Object.keys(files).find((path) => /^ppt\/slides\/slide\d+\.xml$/.test(path) && textOf(files, path).includes('c:chart')) ?? ''

const FAULTS: readonly (readonly [Rule, string, (files: Files) => void])[] = [
  ['not-well-formed', 'a tag that is never closed', (files) => edited(files, 'ppt/slides/slide1.xml', '</p:cSld>', '')],
  ['not-well-formed', 'a reference that XML does not know', (files) => edited(files, 'ppt/slides/slide1.xml', /<a:t>/, '<a:t>&nbsp;')],
  ['illegal-character', 'a control character in a text', (files) => edited(files, 'ppt/slides/slide2.xml', '<a:t>', '<a:t>\u000b')],
  [
    'absolute-path',
    "a relationship to a machine's disk",
    (files) => edited(files, 'ppt/slides/_rels/slide1.xml.rels', /Target="[^"]*"/, 'Target="file:///C:/deck/a.png" TargetMode="External"')
  ],
  [
    'content-type-missing',
    'a slide without a kind of content',
    (files) => edited(files, '[Content_Types].xml', /<Override PartName="\/ppt\/slides\/slide3.xml"[^>]*>/, '')
  ],
  [
    'content-type-wrong',
    'a chart that is told to be a slide',
    (files) => edited(files, '[Content_Types].xml', 'drawingml.chart+xml', 'presentationml.slide+xml')
  ],
  [
    'content-type-without-part',
    'a kind of content of nothing',
    (files) => edited(files, '[Content_Types].xml', '</Types>', '<Override PartName="/ppt/gone.xml" ContentType="a/b"/></Types>')
  ],
  ['relationship-without-target', 'a chart that is not there', (files) => void delete files[pathOf(files, /charts\/chart1\.xml$/)]],
  ['relationship-unknown', 'a chart by a name that nothing has', (files) => edited(files, chartSlide(files), /(<c:chart [^>]*r:id=")rId\d+/, '$1rId99')],
  [
    'relationship-unused',
    'a picture that no slide shows',
    (files) =>
      edited(
        files,
        'ppt/slides/_rels/slide1.xml.rels',
        '</Relationships>',
        `<Relationship Id="rId90" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="../media/image1.png"/></Relationships>`
      )
  ],
  ['relationship-twice', 'two relationships of one name', (files) => edited(files, 'ppt/_rels/presentation.xml.rels', 'Id="rId2"', 'Id="rId1"')],
  ['part-orphan', 'a file that nothing leads to', (files) => void (files['ppt/media/image99.png'] = files[pathOf(files, /media\/.*png$/)] ?? new Uint8Array())],
  ['shape-id-twice', 'two shapes of one number', (files) => edited(files, 'ppt/slides/slide3.xml', /<p:cNvPr id="3"/, '<p:cNvPr id="2"')],
  ['slide-id-twice', 'two slides of one number', (files) => edited(files, 'ppt/presentation.xml', '<p:sldId id="257"', '<p:sldId id="256"')],
  ['slide-id-twice', 'a number that slides do not have', (files) => edited(files, 'ppt/presentation.xml', '<p:sldId id="257"', '<p:sldId id="12"')],
  [
    'layout-id-twice',
    'a layout with the number of the master',
    (files) => edited(files, 'ppt/slideMasters/slideMaster1.xml', '<p:sldLayoutId id="2147483649"', '<p:sldLayoutId id="2147483648"')
  ],
  [
    'axis-orphan',
    'a third axis that there is none of',
    (files) =>
      edited(files, 'ppt/charts/chart1.xml', '<c:axId val="222222222"/></c:barChart>', '<c:axId val="222222222"/><c:axId val="2094734553"/></c:barChart>')
  ],
  [
    'axis-orphan',
    'an axis across one that is not there',
    (files) => edited(files, 'ppt/charts/chart1.xml', '<c:crossAx val="111111111"/>', '<c:crossAx val="5"/>')
  ],
  [
    'element-order',
    'the fill behind the line',
    (files) => edited(files, 'ppt/charts/chart1.xml', /(<c:spPr>)(<a:solidFill>.*?<\/a:solidFill>)(<a:ln>.*?<\/a:ln>)(<\/c:spPr>)/, '$1$3$2$4')
  ],
  ['element-unknown', 'an element of no schema', (files) => edited(files, 'ppt/slides/slide1.xml', '<p:txBody>', '<p:glow/><p:txBody>')],
  ['element-missing', 'a text without its body', (files) => edited(files, 'ppt/slides/slide1.xml', /<p:txBody><a:bodyPr[^>]*>.*?<\/a:bodyPr>/, '<p:txBody>')],
  ['workbook-missing', 'a chart whose workbook is not named', (files) => edited(files, 'ppt/charts/chart1.xml', /<c:externalData.*<\/c:externalData>/, '')],
  ['workbook-differs', 'a chart that shows another number', (files) => edited(files, 'ppt/charts/chart1.xml', /(<c:numCache>.*?<c:v>)[\d.]+/, '$1987654321')],
  [
    'notes-link',
    'notes that are not on their master',
    (files) => edited(files, 'ppt/notesSlides/_rels/notesSlide2.xml.rels', /<Relationship [^>]*notesMaster"[^>]*>/, '')
  ],
  [
    'media-type',
    'a vector that is called a picture of pixels',
    (files) => void (files[pathOf(files, /media\/.*png$/)] = files[pathOf(files, /media\/.*svg$/)] ?? new Uint8Array())
  ]
]

describe('what PowerPoint would offer to repair', () => {
  it('is nothing in a deck as it is made', () => {
    expect(validateDeck(sound)).toEqual([])
    expect(validateDeck(planted(() => undefined))).toEqual([])
  })

  it.each(FAULTS)('%s: %s', (rule, _, change) => {
    expect(new Set(validateDeck(planted(change)).map((fault) => fault.rule))).toContain(rule)
  })

  it('is said of what is no package at all', () => {
    expect(validateDeck(encoder.encode('deck'))).toMatchObject([{ rule: 'not-a-package' }, { rule: 'content-type-missing' }])
  })
})
