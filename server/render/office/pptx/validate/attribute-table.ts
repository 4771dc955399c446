/**
 * The attributes of elements that decks and workbooks have, after the schemas: `name:kind`, with `!` where it must be there. A kind is
 * one of `KINDS` or the words that it may be, with `|` between them. Of an element that is not here nothing is asked.
 */
const PARAGRAPH =
  'marL:uint marR:uint lvl:uint indent:int algn:l|ctr|r|just|justLow|dist|thaiDist defTabSz:uint rtl:bool eaLnBrk:bool fontAlgn:auto|t|ctr|base|b latinLnBrk:bool hangingPunct:bool'
const RUN =
  'kumimoji:bool lang:text altLang:text sz:uint b:bool i:bool u:text strike:noStrike|sngStrike|dblStrike kern:uint cap:none|small|all spc:int normalizeH:bool baseline:int noProof:bool dirty:bool err:bool smtClean:bool smtId:uint bmk:text'
const FONT = 'typeface:text! panose:panose pitchFamily:int charset:int'
const LINE = 'w:uint cap:rnd|sq|flat cmpd:sng|dbl|thickThin|thinThick|tri algn:ctr|in'
const PATTERNS =
  'pct5|pct10|pct20|pct25|pct30|pct40|pct50|pct60|pct70|pct75|pct80|pct90|horz|vert|ltHorz|ltVert|dkHorz|dkVert|narHorz|narVert|dashHorz|dashVert|cross|dnDiag|upDiag|ltDnDiag|ltUpDiag|dkDnDiag|dkUpDiag|wdDnDiag|wdUpDiag|dashDnDiag|dashUpDiag|diagCross|smCheck|lgCheck|smGrid|lgGrid|dotGrid|smConfetti|lgConfetti|horzBrick|diagBrick|solidDmnd|openDmnd|dotDmnd|plaid|sphere|weave|divot|shingle|wave|trellis|zigZag'
const [FLAG, AXIS_TICKS] = ['val:bool', 'val:cross|in|none|out']

const DRAWING = {
  'a:off': 'x:int! y:int!',
  'a:ext': 'cx:uint cy:uint uri:text',
  'a:chOff': 'x:int! y:int!',
  'a:chExt': 'cx:uint! cy:uint!',
  'a:xfrm': 'rot:int flipH:bool flipV:bool',
  'a:pt': 'x:int! y:int!',
  'a:path': 'w:uint h:uint fill:text stroke:bool extrusionOk:bool',
  'a:gridCol': 'w:uint!',
  'a:tr': 'h:uint!',
  'a:tc': 'rowSpan:uint gridSpan:uint hMerge:bool vMerge:bool id:text',
  'a:tcPr': 'marL:uint marR:uint marT:uint marB:uint vert:text anchor:t|ctr|b|just|dist anchorCtr:bool horzOverflow:overflow|clip',
  'a:tblPr': 'rtl:bool firstRow:bool firstCol:bool lastRow:bool lastCol:bool bandRow:bool bandCol:bool',
  'a:ln': LINE,
  'a:lnL': LINE,
  'a:lnR': LINE,
  'a:lnT': LINE,
  'a:lnB': LINE,
  'a:prstDash': 'val:solid|dot|dash|lgDash|dashDot|lgDashDot|lgDashDotDot|sysDash|sysDot|sysDashDot|sysDashDotDot!',
  'a:srgbClr': 'val:colour!',
  'a:schemeClr': 'val:bg1|tx1|bg2|tx2|accent1|accent2|accent3|accent4|accent5|accent6|hlink|folHlink|phClr|dk1|lt1|dk2|lt2!',
  'a:pattFill': `prst:${PATTERNS}!`,
  'a:alpha': 'val:uint!',
  'a:bodyPr':
    'rot:int spcFirstLastPara:bool vertOverflow:overflow|ellipsis|clip horzOverflow:overflow|clip vert:text wrap:none|square lIns:int tIns:int rIns:int bIns:int numCol:uint spcCol:uint rtlCol:bool fromWordArt:bool anchor:t|ctr|b|just|dist anchorCtr:bool forceAA:bool upright:bool compatLnSpc:bool',
  'a:pPr': PARAGRAPH,
  ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8, 9].map((level) => [`a:lvl${level}pPr`, PARAGRAPH])),
  'a:rPr': RUN,
  'a:defRPr': RUN,
  'a:endParaRPr': RUN,
  'a:latin': FONT,
  'a:ea': FONT,
  'a:cs': FONT,
  'a:spcPct': 'val:uint!',
  'a:spcPts': 'val:uint!',
  'a:prstGeom': 'prst:text!',
  'p:cNvPr': 'id:uint! name:text! descr:text hidden:bool title:text',
  'p:ph': 'type:text orient:horz|vert sz:full|half|quarter idx:uint hasCustomPrompt:bool',
  'p:sldId': 'id:uint!',
  'p:sldSz': 'cx:uint! cy:uint! type:text',
  'p:notesSz': 'cx:uint! cy:uint!'
}

const CHART = {
  'c:axId': 'val:uint!',
  'c:crossAx': 'val:uint!',
  'c:idx': 'val:uint!',
  'c:order': 'val:uint!',
  'c:ptCount': 'val:uint!',
  'c:pt': 'idx:uint! formatCode:text',
  'c:axPos': 'val:b|l|r|t!',
  'c:barDir': 'val:bar|col',
  'c:grouping': 'val:percentStacked|clustered|standard|stacked',
  'c:gapWidth': 'val:uint',
  'c:overlap': 'val:int',
  'c:orientation': 'val:maxMin|minMax',
  'c:max': 'val:number!',
  'c:min': 'val:number!',
  'c:majorUnit': 'val:number!',
  'c:baseTimeUnit': 'val:days|months|years!',
  'c:majorTimeUnit': 'val:days|months|years!',
  'c:crosses': 'val:autoZero|max|min!',
  'c:crossBetween': 'val:between|midCat!',
  'c:tickLblPos': 'val:high|low|nextTo|none',
  'c:tickLblSkip': 'val:uint!',
  'c:majorTickMark': AXIS_TICKS,
  'c:minorTickMark': AXIS_TICKS,
  'c:dLblPos': 'val:bestFit|b|ctr|inBase|inEnd|l|outEnd|r|t!',
  'c:legendPos': 'val:b|tr|l|r|t',
  'c:dispBlanksAs': 'val:span|gap|zero',
  'c:symbol': 'val:circle|dash|diamond|dot|none|picture|plus|square|star|triangle|x|auto!',
  'c:size': 'val:uint',
  'c:numFmt': 'formatCode:text! sourceLinked:bool',
  ...Object.fromEntries(['x', 'y', 'w', 'h'].map((side) => [`c:${side}`, 'val:number!'])),
  ...Object.fromEntries(
    [
      'delete',
      'varyColors',
      'invertIfNegative',
      'smooth',
      'auto',
      'noMultiLvlLbl',
      'overlay',
      'plotVisOnly',
      'autoTitleDeleted',
      'showVal',
      'showCatName',
      'showSerName',
      'showLegendKey',
      'showPercent',
      'showBubbleSize'
    ].map((name) => [`c:${name}`, FLAG])
  )
}

const BOOK = {
  sheet: 'name:text! sheetId:uint! state:visible|hidden|veryHidden',
  workbookView:
    'visibility:visible|hidden|veryHidden minimized:bool showHorizontalScroll:bool showVerticalScroll:bool showSheetTabs:bool xWindow:int yWindow:int windowWidth:uint windowHeight:uint tabRatio:uint firstSheet:uint activeTab:uint autoFilterDateGrouping:bool',
  definedName: 'name:text! comment:text localSheetId:uint hidden:bool',
  dimension: 'ref:text!',
  sheetView: 'showGridLines:bool tabSelected:bool zoomScale:uint zoomScaleNormal:uint workbookViewId:uint!',
  pane: 'xSplit:number ySplit:number topLeftCell:text activePane:bottomRight|topRight|bottomLeft|topLeft state:split|frozen|frozenSplit',
  sheetFormatPr: 'baseColWidth:uint defaultColWidth:number defaultRowHeight:number! customHeight:bool',
  col: 'min:uint! max:uint! width:number style:uint hidden:bool bestFit:bool customWidth:bool',
  row: 'r:uint spans:text s:uint customFormat:bool ht:number hidden:bool customHeight:bool',
  c: 'r:text s:uint t:b|n|e|s|str|inlineStr',
  autoFilter: 'ref:text',
  pageSetUpPr: 'autoPageBreaks:bool fitToPage:bool',
  pageMargins: 'left:number! right:number! top:number! bottom:number! header:number! footer:number!',
  pageSetup: 'paperSize:uint scale:uint fitToWidth:uint fitToHeight:uint orientation:default|portrait|landscape',
  numFmt: 'numFmtId:uint! formatCode:text!',
  patternFill:
    'patternType:none|solid|mediumGray|darkGray|lightGray|darkHorizontal|darkVertical|darkDown|darkUp|darkGrid|darkTrellis|lightHorizontal|lightVertical|lightDown|lightUp|lightGrid|lightTrellis|gray125|gray0625',
  fgColor: 'rgb:argb theme:uint tint:number indexed:uint auto:bool',
  color: 'rgb:argb theme:uint tint:number indexed:uint auto:bool',
  xf: 'numFmtId:uint fontId:uint fillId:uint borderId:uint xfId:uint quotePrefix:bool applyNumberFormat:bool applyFont:bool applyFill:bool applyBorder:bool applyAlignment:bool applyProtection:bool',
  alignment:
    'horizontal:general|left|center|right|fill|justify|centerContinuous|distributed vertical:top|center|bottom|justify|distributed textRotation:uint wrapText:bool indent:uint shrinkToFit:bool',
  cellStyle: 'name:text xfId:uint! builtinId:uint',
  sz: 'val:number!',
  name: 'val:text!'
}

const KINDS: Readonly<Record<string, RegExp>> = {
  int: /^-?\d+$/,
  uint: /^\d+$/,
  number: /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/,
  bool: /^(?:0|1|true|false)$/,
  colour: /^[0-9A-Fa-f]{6}$/,
  argb: /^[0-9A-Fa-f]{8}$/,
  panose: /^[0-9A-Fa-f]{20}$/,
  text: /^/
}

export interface Attribute {
  readonly kind: RegExp
  readonly needed: boolean
}

export type Attributes = ReadonlyMap<string, ReadonlyMap<string, Attribute>>

function attributeOf(text: string): readonly [string, Attribute] {
  const [, name = '', kind = '', needed] = /^(\w+):(.*?)(!?)$/.exec(text) ?? []
  return [name, { kind: KINDS[kind] ?? new RegExp(`^(?:${kind})$`), needed: needed === '!' }]
}

const read = (table: Readonly<Record<string, string>>): Attributes =>
  new Map(Object.entries(table).map(([tag, line]) => [tag, new Map(line.split(' ').map(attributeOf))]))

export const OF_DECKS = read({ ...DRAWING, ...CHART })
export const OF_BOOKS = read(BOOK)
