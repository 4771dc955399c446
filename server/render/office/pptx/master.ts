import { element, type Element } from '#server/render/element.ts'
import type { Parts } from '#server/render/office/parts.ts'
import { root } from '#server/render/office/xml.ts'
import type { Theme } from '#tokens/themes.ts'
import { brandMark } from './brand.ts'
import { colourOf, groundOf, solid } from './paint.ts'
import { bar } from './shapes.ts'
import { EMPTY_TREE } from './slide.ts'
import { textBox, type Placeholder } from './text.ts'
import { themeXml } from './theme-part.ts'
import { centipoints, FRAME, OPENING, SIZE, SLIDE, type Box } from './units.ts'

const TYPE = 'application/vnd.openxmlformats-officedocument.presentationml'
const THEME_TYPE = 'application/vnd.openxmlformats-officedocument.theme+xml'

const ROLES = ['accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6', 'hlink', 'folHlink'] as const
const MAP = element('p:clrMap', { bg1: 'lt1', tx1: 'dk1', bg2: 'lt2', tx2: 'dk2', ...Object.fromEntries(ROLES.map((role) => [role, role])) })

const ground = (theme: Theme): Element =>
  element('p:bg', {}, [element('p:bgPr', {}, [element('a:solidFill', {}, [colourOf(groundOf(theme), theme)]), element('a:effectLst')])])

function levelXml(level: number, size: number, bold: boolean, theme: Theme): Element {
  return element(`a:lvl${level}pPr`, { marL: 0, indent: 0, algn: 'l', defTabSz: 914_400, rtl: 0, eaLnBrk: 1, latinLnBrk: 0, hangingPunct: 1 }, [
    element('a:buNone'),
    element('a:defRPr', { sz: centipoints(size), b: bold ? 1 : 0, kern: 1200 }, [
      solid(theme.t1, theme),
      element('a:latin', { typeface: bold ? '+mj-lt' : '+mn-lt' }),
      element('a:ea', { typeface: bold ? '+mj-ea' : '+mn-ea' }),
      element('a:cs', { typeface: bold ? '+mj-cs' : '+mn-cs' })
    ])
  ])
}

const LEVELS = [1, 2, 3, 4, 5, 6, 7, 8, 9]

const styles = (theme: Theme): Element =>
  element('p:txStyles', {}, [
    element('p:titleStyle', {}, [levelXml(1, SIZE.title, true, theme)]),
    element(
      'p:bodyStyle',
      {},
      LEVELS.map((level) => levelXml(level, SIZE.body, false, theme))
    ),
    element(
      'p:otherStyle',
      {},
      LEVELS.map((level) => levelXml(level, SIZE.body, false, theme))
    )
  ])

const counter = (start: number): (() => number) => {
  let id = start
  return () => (id += 1)
}

function place(id: number, name: string, text: string, where: Placeholder, box: Box, size: number, theme: Theme): Element {
  const run = { text, size, colour: where.type === 'sldNum' ? theme.t3 : theme.t1, bold: /title/i.test(where.type), counted: where.type === 'sldNum' }
  const align = where.type === 'sldNum' ? 'r' : 'l'
  return textBox(id, { name, place: where, ...box, anchor: where.type === 'sldNum' ? 'b' : 't', paragraphs: [{ runs: [run], align }] }, theme)
}

export const NUMBER: Box = { x: SLIDE.width - FRAME.margin - 60, y: 672, width: 60, height: 22 }
export const COVER = { title: { x: 96, y: 190, width: 760, height: 84 }, under: { x: 96, y: 280, width: 760, height: 40 } } as const

const titlePlace = (id: number, theme: Theme): Element => place(id, '标题', '单击编辑标题', { type: 'title' }, FRAME.title, SIZE.title, theme)
const numberPlace = (id: number, theme: Theme): Element => place(id, '页码', '‹#›', { type: 'sldNum', idx: 12 }, NUMBER, SIZE.min, theme)

const tree = (shapes: readonly Element[]): Element => element('p:spTree', {}, [...EMPTY_TREE, ...shapes])

/** The rule with the accent's bar on top and the hairline over the foot, on every slide that follows this layout. */
const ruled = (id: () => number, theme: Theme): Element[] => [
  bar(id(), '上线', theme.light ? theme.t1 : theme.line2, { x: 0, y: 0, width: SLIDE.width, height: 1.5 }, theme),
  bar(id(), '色条', theme.accent, { x: FRAME.margin, y: 0, width: 72, height: 8 }, theme),
  bar(id(), '下线', theme.line, { x: FRAME.margin, y: FRAME.foot.y - 10, width: SLIDE.width - 2 * FRAME.margin, height: 1 }, theme)
]

function layoutXml(name: string, type: string, shapes: readonly Element[]): Element {
  const content = [element('p:cSld', { name }, [tree(shapes)]), element('p:clrMapOvr', {}, [element('a:masterClrMapping')])]
  return root('p:sldLayout', ['a', 'r', 'p'], content, { type, preserve: 1 })
}

function coverLayout(theme: Theme): Element {
  const id = counter(1)
  const title = place(id(), '标题', '单击编辑标题', { type: 'ctrTitle' }, COVER.title, SIZE.cover, theme)
  const under = place(id(), '副标题', '单击编辑副标题', { type: 'subTitle', idx: 1 }, COVER.under, SIZE.heading, theme)
  const edge = bar(id(), '上线', theme.light ? theme.t1 : theme.line2, { x: 0, y: 0, width: SLIDE.width, height: 1.5 }, theme)
  const accent = bar(id(), '色条', theme.accent, { x: COVER.title.x, y: 0, width: 72, height: 8 }, theme)
  return layoutXml('封面', 'title', [edge, accent, title, under])
}

function openingLayout(theme: Theme): Element {
  const id = counter(1)
  const side = bar(id(), '目录底', theme.bg2, OPENING.side, theme)
  const edge = bar(id(), '上线', theme.light ? theme.t1 : theme.line2, { x: 0, y: 0, width: SLIDE.width, height: 1.5 }, theme)
  const accent = bar(id(), '色条', theme.accent, { x: OPENING.title.x, y: 0, width: 72, height: 8 }, theme)
  const title = place(id(), '标题', '单击编辑标题', { type: 'ctrTitle' }, OPENING.title, 52, theme)
  const lead = place(id(), '副标题', '单击编辑副标题', { type: 'subTitle', idx: 1 }, OPENING.lead, SIZE.row, theme)
  return layoutXml('场景', 'title', [side, edge, accent, title, lead])
}

function panelLayout(theme: Theme, publisher: string): Element {
  const id = counter(1)
  const mark = { x: 0, y: FRAME.foot.y + 1 }
  const brand = textBox(
    id(),
    {
      name: '发布者',
      x: SLIDE.width - FRAME.margin - 240,
      y: FRAME.foot.y + 1,
      width: 240,
      height: 24,
      anchor: 'ctr',
      paragraphs: [{ align: 'r', runs: [{ text: publisher, size: SIZE.min, colour: theme.t2, bold: true }] }]
    },
    theme
  )
  const wide = Array.from(publisher).length * SIZE.min * 1.05
  const rings = brandMark(id, { ...mark, x: SLIDE.width - FRAME.margin - wide - 34 }, 24, theme)
  return layoutXml('图版', 'titleOnly', [titlePlace(id(), theme), ...ruled(id, theme), rings, brand, numberPlace(id(), theme)])
}

function masterXml(theme: Theme, layouts: readonly string[]): Element {
  const id = counter(1)
  const body = place(id(), '正文', '单击编辑正文', { type: 'body', idx: 1 }, FRAME.body, SIZE.body, theme)
  const shapes = [titlePlace(id(), theme), body, place(id(), '页码', '‹#›', { type: 'sldNum', idx: 4 }, NUMBER, SIZE.min, theme)]
  const ids = layouts.map((rId, index) => element('p:sldLayoutId', { id: 2_147_483_649 + index, 'r:id': rId }))
  return root('p:sldMaster', ['a', 'r', 'p'], [element('p:cSld', {}, [ground(theme), tree(shapes)]), MAP, element('p:sldLayoutIdLst', {}, ids), styles(theme)])
}

function notesMasterXml(theme: Theme): Element {
  const image = element('p:sp', {}, [
    element('p:nvSpPr', {}, [
      element('p:cNvPr', { id: 2, name: '幻灯片图像' }),
      element('p:cNvSpPr', {}, [element('a:spLocks', { noGrp: 1, noRot: 1, noChangeAspect: 1 })]),
      element('p:nvPr', {}, [element('p:ph', { type: 'sldImg', idx: 2 })])
    ]),
    element('p:spPr', {}, [
      element('a:xfrm', {}, [element('a:off', { x: 685_800, y: 1_143_000 }), element('a:ext', { cx: 5_486_400, cy: 3_086_100 })]),
      element('a:prstGeom', { prst: 'rect' }, [element('a:avLst')]),
      element('a:noFill')
    ])
  ])
  const body = place(3, '备注', '单击编辑备注', { type: 'body', idx: 3 }, { x: 72, y: 462, width: 576, height: 378 }, SIZE.min, theme)
  const content = [
    element('p:cSld', {}, [element('p:bg', {}, [element('p:bgRef', { idx: 1001 }, [element('a:schemeClr', { val: 'bg1' })])]), tree([image, body])]),
    MAP
  ]
  return root('p:notesMaster', ['a', 'r', 'p'], content)
}

export interface Skeleton {
  readonly master: string
  readonly notesMaster: string
  readonly cover: string
  readonly panel: string
  readonly opening: string
}

/** What all slides stand on: a master with three layouts, and one for notes. */
export function addMasters(parts: Parts, theme: Theme, notesTheme: Theme, publisher: string): Skeleton {
  const [master, notesMaster] = ['ppt/slideMasters/slideMaster1.xml', 'ppt/notesMasters/notesMaster1.xml']
  const layouts = [coverLayout(theme), panelLayout(theme, publisher), openingLayout(theme)].map((xml, index) => {
    const path = parts.add(`ppt/slideLayouts/slideLayout${index + 1}.xml`, xml, `${TYPE}.slideLayout+xml`)
    parts.relate(path, 'master', master)
    return path
  })
  const names = layouts.map((path) => parts.relate(master, 'layout', path))
  parts.relate(master, 'theme', parts.add('ppt/theme/theme1.xml', themeXml(theme), THEME_TYPE))
  parts.add(master, masterXml(theme, names), `${TYPE}.slideMaster+xml`)
  parts.relate(notesMaster, 'theme', parts.add('ppt/theme/theme2.xml', themeXml(notesTheme), THEME_TYPE))
  parts.add(notesMaster, notesMasterXml(notesTheme), `${TYPE}.notesMaster+xml`)
  return { master, notesMaster, cover: layouts[0] ?? '', panel: layouts[1] ?? '', opening: layouts[2] ?? '' }
}
