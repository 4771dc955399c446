/** The children of each element that workbooks have, in the order of the schemas, written as those of decks are. */
const VALUE = 'f v is extLst'
const SIDE = 'color'

export const SHEETS = {
  workbook:
    'fileVersion fileSharing workbookPr workbookProtection bookViews sheets! functionGroups externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches extLst',
  bookViews: 'workbookView+',
  sheets: 'sheet+',
  definedNames: 'definedName*',
  worksheet:
    'sheetPr dimension sheetViews sheetFormatPr cols* sheetData! sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting* dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors drawing legacyDrawing picture tableParts extLst',
  sheetPr: 'tabColor outlinePr pageSetUpPr',
  sheetViews: 'sheetView+ extLst',
  sheetView: 'pane selection* pivotSelection* extLst',
  cols: 'col+',
  sheetData: 'row*',
  row: 'c* extLst',
  c: VALUE,
  is: 't r* rPh* phoneticPr',
  headerFooter: 'oddHeader oddFooter evenHeader evenFooter firstHeader firstFooter',
  styleSheet: 'numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst',
  numFmts: 'numFmt*',
  fonts: 'font*',
  font: 'b|i|strike|condense|extend|outline|shadow|u|vertAlign|sz|color|name|family|charset|scheme*',
  fills: 'fill*',
  fill: 'patternFill|gradientFill!',
  patternFill: 'fgColor bgColor',
  borders: 'border*',
  border: 'start end left right top bottom diagonal vertical horizontal',
  left: SIDE,
  right: SIDE,
  top: SIDE,
  bottom: SIDE,
  diagonal: SIDE,
  cellStyleXfs: 'xf+',
  cellXfs: 'xf+',
  xf: 'alignment protection extLst',
  cellStyles: 'cellStyle+'
}
