/**
 * The children of each element that decks have, in the order that the schemas (ECMA-376, transitional) ask for. `!` must be there
 * once, `*` may be there often, `+` once or more; any other may be there once. `|` parts what stand in one another's place.
 */
const FILL = 'a:noFill|a:solidFill|a:gradFill|a:blipFill|a:pattFill|a:grpFill'
const COLOUR = 'a:srgbClr|a:schemeClr|a:sysClr|a:prstClr'
const TREE = 'p:nvGrpSpPr! p:grpSpPr! p:sp|p:grpSp|p:graphicFrame|p:cxnSp|p:pic* p:extLst'
const LINE = `${FILL} a:prstDash|a:custDash a:round|a:bevel|a:miter a:headEnd a:tailEnd a:extLst`
const RUN = `a:ln ${FILL} a:effectLst a:highlight a:latin a:ea a:cs a:sym a:hlinkClick a:extLst`
const PARAGRAPH = 'a:lnSpc a:spcBef a:spcAft a:buClrTx|a:buClr a:buSzTx|a:buSzPct a:buFontTx|a:buFont a:buNone|a:buAutoNum|a:buChar a:tabLst a:defRPr a:extLst'
const LEVELS = ['a:defPPr', ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((level) => `a:lvl${level}pPr`), 'a:extLst'].join(' ')
const SHAPE = `a:xfrm a:custGeom|a:prstGeom ${FILL} a:ln a:effectLst a:extLst`
const BODY = 'a:bodyPr! a:lstStyle a:p+'
const SHOWN = 'c:showLegendKey c:showVal c:showCatName c:showSerName c:showPercent c:showBubbleSize c:separator'
const AXIS =
  'c:axId! c:scaling! c:delete c:axPos! c:majorGridlines c:minorGridlines c:title c:numFmt c:majorTickMark c:minorTickMark c:tickLblPos c:spPr c:txPr c:crossAx! c:crosses|c:crossesAt'
const SERIES = 'c:idx! c:order! c:tx c:spPr'
const FONTS = 'a:latin! a:ea! a:cs! a:font* a:extLst'

const PRESENTATION = {
  'p:presentation':
    'p:sldMasterIdLst p:notesMasterIdLst p:handoutMasterIdLst p:sldIdLst p:sldSz p:notesSz! p:embeddedFontLst p:custShowLst p:photoAlbum p:defaultTextStyle p:modifyVerifier p:extLst',
  'p:extLst': 'p:ext*',
  'p:ext': 'p14:sectionLst',
  'p14:sectionLst': 'p14:section*',
  'p14:section': 'p14:sldIdLst! p14:extLst',
  'p14:sldIdLst': 'p14:sldId*',
  'p:sldMasterIdLst': 'p:sldMasterId*',
  'p:notesMasterIdLst': 'p:notesMasterId',
  'p:sldIdLst': 'p:sldId*',
  'p:sldLayoutIdLst': 'p:sldLayoutId*',
  'p:sld': 'p:cSld! p:clrMapOvr p:transition p:timing p:extLst',
  'p:notes': 'p:cSld! p:clrMapOvr p:extLst',
  'p:sldLayout': 'p:cSld! p:clrMapOvr p:transition p:timing p:hf p:extLst',
  'p:sldMaster': 'p:cSld! p:clrMap! p:sldLayoutIdLst p:transition p:timing p:hf p:txStyles p:extLst',
  'p:notesMaster': 'p:cSld! p:clrMap! p:hf p:notesStyle p:extLst',
  'p:txStyles': 'p:titleStyle p:bodyStyle p:otherStyle p:extLst',
  'p:titleStyle': LEVELS,
  'p:bodyStyle': LEVELS,
  'p:otherStyle': LEVELS,
  'p:cSld': 'p:bg p:spTree! p:custDataLst p:controls p:extLst',
  'p:bg': 'p:bgPr|p:bgRef!',
  'p:bgPr': `${FILL}! a:effectLst|a:effectDag p:extLst`,
  'p:bgRef': COLOUR,
  'p:clrMapOvr': 'a:masterClrMapping|a:overrideClrMapping!',
  'p:spTree': TREE,
  'p:grpSp': TREE,
  'p:nvGrpSpPr': 'p:cNvPr! p:cNvGrpSpPr! p:nvPr!',
  'p:grpSpPr': `a:xfrm ${FILL} a:effectLst a:extLst`,
  'p:sp': 'p:nvSpPr! p:spPr! p:style p:txBody p:extLst',
  'p:nvSpPr': 'p:cNvPr! p:cNvSpPr! p:nvPr!',
  'p:cNvPr': 'a:hlinkClick a:hlinkHover a:extLst',
  'p:cNvSpPr': 'a:spLocks a:extLst',
  'p:nvPr': 'p:ph p:extLst',
  'p:spPr': SHAPE,
  'p:txBody': BODY,
  'p:pic': 'p:nvPicPr! p:blipFill! p:spPr! p:style p:extLst',
  'p:nvPicPr': 'p:cNvPr! p:cNvPicPr! p:nvPr!',
  'p:cNvPicPr': 'a:picLocks a:extLst',
  'p:blipFill': 'a:blip a:srcRect a:tile|a:stretch',
  'p:graphicFrame': 'p:nvGraphicFramePr! p:xfrm! a:graphic! p:extLst',
  'p:nvGraphicFramePr': 'p:cNvPr! p:cNvGraphicFramePr! p:nvPr!',
  'p:cNvGraphicFramePr': 'a:graphicFrameLocks a:extLst',
  'p:xfrm': 'a:off a:ext'
}

const DRAWING = {
  'a:theme': 'a:themeElements! a:objectDefaults a:extraClrSchemeLst a:custClrLst a:extLst',
  'a:themeElements': 'a:clrScheme! a:fontScheme! a:fmtScheme! a:extLst',
  'a:clrScheme': 'a:dk1! a:lt1! a:dk2! a:lt2! a:accent1! a:accent2! a:accent3! a:accent4! a:accent5! a:accent6! a:hlink! a:folHlink! a:extLst',
  ...Object.fromEntries(
    ['dk1', 'lt1', 'dk2', 'lt2', 'accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6', 'hlink', 'folHlink'].map((name) => [
      `a:${name}`,
      `${COLOUR}!`
    ])
  ),
  'a:fontScheme': 'a:majorFont! a:minorFont! a:extLst',
  'a:majorFont': FONTS,
  'a:minorFont': FONTS,
  'a:fmtScheme': 'a:fillStyleLst! a:lnStyleLst! a:effectStyleLst! a:bgFillStyleLst!',
  'a:fillStyleLst': `${FILL}+`,
  'a:bgFillStyleLst': `${FILL}+`,
  'a:lnStyleLst': 'a:ln+',
  'a:effectStyleLst': 'a:effectStyle+',
  'a:effectStyle': 'a:effectLst|a:effectDag!',
  'a:ln': LINE,
  'a:lnL': LINE,
  'a:lnR': LINE,
  'a:lnT': LINE,
  'a:lnB': LINE,
  'a:solidFill': `${COLOUR}!`,
  'a:pattFill': 'a:fgClr a:bgClr',
  'a:fgClr': `${COLOUR}!`,
  'a:bgClr': `${COLOUR}!`,
  'a:srgbClr': 'a:alpha|a:tint|a:shade|a:lumMod|a:lumOff*',
  'a:schemeClr': 'a:alpha|a:tint|a:shade|a:lumMod|a:lumOff*',
  'a:xfrm': 'a:off a:ext a:chOff a:chExt',
  'a:prstGeom': 'a:avLst',
  'a:custGeom': 'a:avLst a:gdLst a:ahLst a:cxnLst a:rect a:pathLst!',
  'a:pathLst': 'a:path*',
  'a:path': 'a:close|a:moveTo|a:lnTo|a:cubicBezTo*',
  'a:moveTo': 'a:pt!',
  'a:lnTo': 'a:pt!',
  'a:blip': 'a:alphaModFix a:extLst',
  'a:stretch': 'a:fillRect',
  'a:extLst': 'a:ext*',
  'a:ext': 'asvg:svgBlip|adec:decorative',
  'a:bodyPr': 'a:prstTxWarp a:noAutofit|a:normAutofit|a:spAutoFit a:extLst',
  'a:p': 'a:pPr a:r|a:br|a:fld* a:endParaRPr',
  'a:pPr': PARAGRAPH,
  ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8, 9].map((level) => [`a:lvl${level}pPr`, PARAGRAPH])),
  'a:buClr': `${COLOUR}!`,
  'a:lnSpc': 'a:spcPct|a:spcPts!',
  'a:spcBef': 'a:spcPct|a:spcPts!',
  'a:r': 'a:rPr a:t!',
  'a:fld': 'a:rPr a:pPr a:t',
  'a:rPr': RUN,
  'a:defRPr': RUN,
  'a:endParaRPr': RUN,
  'a:graphic': 'a:graphicData!',
  'a:graphicData': 'a:tbl|c:chart!',
  'a:tbl': 'a:tblPr a:tblGrid! a:tr*',
  'a:tblGrid': 'a:gridCol*',
  'a:tr': 'a:tc* a:extLst',
  'a:tc': 'a:txBody a:tcPr a:extLst',
  'a:txBody': BODY,
  'a:tcPr': `a:lnL a:lnR a:lnT a:lnB a:lnTlToBr a:lnBlToTr a:cell3D ${FILL} a:extLst`,
  'a:tblStyleLst': 'a:tblStyle*'
}

const CHART = {
  'c:chartSpace':
    'c:date1904 c:lang c:roundedCorners c:style c:clrMapOvr c:pivotFmts c:protection c:chart! c:spPr c:txPr c:externalData c:printSettings c:userShapes c:extLst',
  'c:chart': 'c:title c:autoTitleDeleted c:pivotFmts c:view3D c:floor c:sideWall c:backWall c:plotArea! c:legend c:plotVisOnly c:dispBlanksAs c:extLst',
  'c:plotArea': 'c:layout c:barChart|c:lineChart+ c:catAx|c:valAx|c:dateAx|c:serAx* c:dTable c:spPr c:extLst',
  'c:layout': 'c:manualLayout c:extLst',
  'c:manualLayout': 'c:layoutTarget c:xMode c:yMode c:wMode c:hMode c:x c:y c:w c:h c:extLst',
  'c:barChart': 'c:barDir! c:grouping c:varyColors c:ser* c:dLbls c:gapWidth c:overlap c:serLines c:axId+ c:extLst',
  'c:lineChart': 'c:grouping! c:varyColors c:ser* c:dLbls c:dropLines c:hiLowLines c:upDownBars c:marker c:smooth c:axId+ c:extLst',
  /** Of bars and of lines; the two differ in what neither has of the other. */
  'c:ser': `${SERIES} c:invertIfNegative c:pictureOptions c:marker c:dPt* c:dLbls c:trendline c:errBars c:cat c:val c:smooth c:shape c:extLst`,
  'c:tx': 'c:strRef|c:rich!',
  'c:rich': BODY,
  'c:strRef': 'c:f! c:strCache c:extLst',
  'c:numRef': 'c:f! c:numCache c:extLst',
  'c:strCache': 'c:ptCount c:pt* c:extLst',
  'c:numCache': 'c:formatCode c:ptCount c:pt* c:extLst',
  'c:pt': 'c:v!',
  'c:cat': 'c:multiLvlStrRef|c:numRef|c:numLit|c:strRef|c:strLit!',
  'c:val': 'c:numRef|c:numLit!',
  'c:dPt': 'c:idx! c:invertIfNegative c:marker c:bubble3D c:explosion c:spPr c:pictureOptions c:extLst',
  'c:marker': 'c:symbol c:size c:spPr c:extLst',
  'c:dLbls': `c:dLbl* c:delete|c:numFmt c:spPr c:txPr c:dLblPos ${SHOWN} c:showLeaderLines c:leaderLines c:extLst`,
  'c:dLbl': `c:idx! c:delete|c:layout c:tx c:numFmt c:spPr c:txPr c:dLblPos ${SHOWN} c:extLst`,
  'c:spPr': SHAPE,
  'c:txPr': BODY,
  'c:catAx': `${AXIS} c:auto c:lblAlgn c:lblOffset c:tickLblSkip c:tickMarkSkip c:noMultiLvlLbl c:extLst`,
  'c:dateAx': `${AXIS} c:auto c:lblOffset c:baseTimeUnit c:majorUnit c:majorTimeUnit c:minorUnit c:minorTimeUnit c:extLst`,
  'c:valAx': `${AXIS} c:crossBetween c:majorUnit c:minorUnit c:dispUnits c:extLst`,
  'c:scaling': 'c:logBase c:orientation c:max c:min c:extLst',
  'c:majorGridlines': 'c:spPr',
  'c:legend': 'c:legendPos c:legendEntry* c:layout c:overlay c:spPr c:txPr c:extLst',
  'c:externalData': 'c:autoUpdate'
}

export interface Slot {
  readonly tags: readonly string[]
  readonly least: number
  readonly many: boolean
}

function slotOf(text: string): Slot {
  const sign = /[!*+]$/.exec(text)?.[0] ?? ''
  return { tags: text.replace(/[!*+]$/, '').split('|'), least: sign === '!' || sign === '+' ? 1 : 0, many: sign === '*' || sign === '+' }
}

export type Order = ReadonlyMap<string, readonly Slot[]>

export const orderOf = (table: Readonly<Record<string, string>>): Order =>
  new Map(Object.entries(table).map(([tag, slots]) => [tag, slots.split(' ').map(slotOf)]))

export const ORDER = orderOf({ ...PRESENTATION, ...DRAWING, ...CHART })
