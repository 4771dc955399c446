import { edited, pathOf, textOf, type Files, type Planted } from './plant.ts'

/** A slide that has a chart. */
const chartSlide = (files: Files): string =>
  Object.keys(files).find((path) => /^ppt\/slides\/slide\d+\.xml$/.test(path) && textOf(files, path).includes('c:chart')) ?? ''

/** What PowerPoint would offer to repair, or refuse. */
export const DECK_FAULTS: readonly Planted[] = [
  ['not-well-formed', 'a tag that is never closed', 'both', (files) => edited(files, 'ppt/slides/slide1.xml', '</p:cSld>', '')],
  ['not-well-formed', 'a reference that XML does not know', 'both', (files) => edited(files, 'ppt/slides/slide1.xml', /<a:t>/, '<a:t>&nbsp;')],
  ['illegal-character', 'a control character in a text', 'both', (files) => edited(files, 'ppt/slides/slide2.xml', '<a:t>', '<a:t>\u000b')],
  [
    'absolute-path',
    "a relationship to a machine's disk",
    'ours',
    (files) => edited(files, 'ppt/slides/_rels/slide1.xml.rels', /Target="[^"]*"/, 'Target="file:///C:/deck/a.png" TargetMode="External"')
  ],
  [
    'content-type-missing',
    'a slide without a kind of content',
    'both',
    (files) => edited(files, '[Content_Types].xml', /<Override PartName="\/ppt\/slides\/slide3.xml"[^>]*>/, '')
  ],
  [
    'content-type-wrong',
    'a chart that is told to be a slide',
    'both',
    (files) => edited(files, '[Content_Types].xml', 'drawingml.chart+xml', 'presentationml.slide+xml')
  ],
  [
    'content-type-without-part',
    'a kind of content of nothing',
    'ours',
    (files) => edited(files, '[Content_Types].xml', '</Types>', '<Override PartName="/ppt/gone.xml" ContentType="a/b"/></Types>')
  ],
  ['relationship-without-target', 'a chart that is not there', 'both', (files) => void delete files[pathOf(files, /charts\/chart1\.xml$/)]],
  [
    'relationship-unknown',
    'a chart by a name that nothing has',
    'both',
    (files) => edited(files, chartSlide(files), /(<c:chart [^>]*r:id=")rId\d+/, '$1rId99')
  ],
  [
    'relationship-unused',
    'a picture that no slide shows',
    'ours',
    (files) =>
      edited(
        files,
        'ppt/slides/_rels/slide1.xml.rels',
        '</Relationships>',
        `<Relationship Id="rId90" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="../media/image1.png"/></Relationships>`
      )
  ],
  ['relationship-twice', 'two relationships of one name', 'both', (files) => edited(files, 'ppt/_rels/presentation.xml.rels', 'Id="rId2"', 'Id="rId1"')],
  [
    'part-orphan',
    'a file that nothing leads to',
    'ours',
    (files) => void (files['ppt/media/image99.png'] = files[pathOf(files, /media\/.*png$/)] ?? new Uint8Array())
  ],
  ['shape-id-twice', 'two shapes of one number', 'ours', (files) => edited(files, 'ppt/slides/slide3.xml', /<p:cNvPr id="3"/, '<p:cNvPr id="2"')],
  ['slide-id-twice', 'two slides of one number', 'both', (files) => edited(files, 'ppt/presentation.xml', '<p:sldId id="257"', '<p:sldId id="256"')],
  ['slide-id-twice', 'a number that slides do not have', 'both', (files) => edited(files, 'ppt/presentation.xml', '<p:sldId id="257"', '<p:sldId id="12"')],
  [
    'layout-id-twice',
    'a layout with the number of the master',
    'ours',
    (files) => edited(files, 'ppt/slideMasters/slideMaster1.xml', '<p:sldLayoutId id="2147483649"', '<p:sldLayoutId id="2147483648"')
  ],
  [
    'axis-orphan',
    'a third axis that there is none of',
    'both',
    (files) =>
      edited(files, 'ppt/charts/chart1.xml', '<c:axId val="222222222"/></c:barChart>', '<c:axId val="222222222"/><c:axId val="2094734553"/></c:barChart>')
  ],
  [
    'axis-orphan',
    'an axis across one that is not there',
    'ours',
    (files) => edited(files, 'ppt/charts/chart1.xml', '<c:crossAx val="111111111"/>', '<c:crossAx val="5"/>')
  ],
  [
    'element-order',
    'the fill behind the line',
    'both',
    (files) => edited(files, 'ppt/charts/chart1.xml', /(<c:spPr>)(<a:solidFill>.*?<\/a:solidFill>)(<a:ln>.*?<\/a:ln>)(<\/c:spPr>)/, '$1$3$2$4')
  ],
  ['element-unknown', 'an element of no schema', 'both', (files) => edited(files, 'ppt/slides/slide1.xml', '<p:txBody>', '<p:glow/><p:txBody>')],
  [
    'element-missing',
    'a text without its body',
    'both',
    (files) => edited(files, 'ppt/slides/slide1.xml', /<p:txBody><a:bodyPr[^>]*>.*?<\/a:bodyPr>/, '<p:txBody>')
  ],
  [
    'workbook-missing',
    'a chart whose workbook is not named',
    'ours',
    (files) => edited(files, 'ppt/charts/chart1.xml', /<c:externalData.*<\/c:externalData>/, '')
  ],
  [
    'workbook-differs',
    'a chart that shows another number',
    'ours',
    (files) => edited(files, 'ppt/charts/chart1.xml', /(<c:numCache>.*?<c:v>)[\d.]+/, '$1987654321')
  ],
  [
    'notes-link',
    'notes that are not on their master',
    'ours',
    (files) => edited(files, 'ppt/notesSlides/_rels/notesSlide2.xml.rels', /<Relationship [^>]*notesMaster"[^>]*>/, '')
  ],
  [
    'media-type',
    'a vector that is called a picture of pixels',
    'ours',
    (files) => void (files[pathOf(files, /media\/.*png$/)] = files[pathOf(files, /media\/.*svg$/)] ?? new Uint8Array())
  ],
  ['attribute-wrong', 'a place that is no number', 'both', (files) => edited(files, 'ppt/slides/slide3.xml', /<a:off x="\d+"/, '<a:off x="NaN"')],
  ['attribute-wrong', 'a size that is less than nothing', 'both', (files) => edited(files, 'ppt/slides/slide3.xml', /<a:ext cx="\d+"/, '<a:ext cx="-5"')],
  ['attribute-wrong', 'letters of a size and a half', 'both', (files) => edited(files, 'ppt/slides/slide3.xml', /sz="\d+"/, 'sz="1200.5"')],
  ['attribute-wrong', 'a colour that is none', 'both', (files) => edited(files, 'ppt/slides/slide3.xml', /<a:srgbClr val="\w+"/, '<a:srgbClr val="#1234"')],
  [
    'attribute-wrong',
    'a label at a place that charts do not have',
    'both',
    (files) => edited(files, 'ppt/charts/chart1.xml', /<c:dLblPos val="\w+"/, '<c:dLblPos val="above"')
  ],
  ['attribute-wrong', 'an axis without its side', 'both', (files) => edited(files, 'ppt/charts/chart1.xml', /<c:axPos val="\w+"/, '<c:axPos')],
  ['attribute-wrong', 'a shape without a name', 'both', (files) => edited(files, 'ppt/slides/slide3.xml', /(<p:cNvPr id="\d+") name="[^"]*"/, '$1')],
  [
    'attribute-wrong',
    'a pattern that Office does not know',
    'both',
    (files) => edited(files, 'ppt/charts/chart1.xml', /<a:pattFill prst="\w+"/, '<a:pattFill prst="stripes"')
  ],
  ['attribute-unknown', 'an attribute of no schema', 'both', (files) => edited(files, 'ppt/slides/slide3.xml', '<a:off ', '<a:off z="0" ')]
]
