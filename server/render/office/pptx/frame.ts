import { headlineOf, underline } from '#server/render/frame.ts'
import type { Sheet } from '#charts/sheet.ts'
import type { Theme } from '#tokens/themes.ts'
import { hatch, NO_FILL, solid } from './paint.ts'
import { preset } from './shapes.ts'
import type { Slide } from './slide.ts'
import type { Run } from './text.ts'
import { FRAME, SIZE, SLIDE, type Box } from './units.ts'
import { NUMBER } from './master.ts'
import { heightIn, runsWidth, textWidth } from './widths.ts'

const MARK = 12

interface Tag {
  readonly text: string
  readonly demo: boolean
  /** Of its words, and of its mark before them. */
  readonly box: Box
}

const tagBox = (right: number, width: number): Box => ({ x: right - width, y: FRAME.title.y + 4, width, height: 24 })

/** 已发布 and 演示 from the right edge on; `left` is where they begin. */
function tagsOf({ tags: { known, period, demo } }: Sheet): { readonly tags: readonly Tag[]; readonly left: number } {
  const words = [
    ...(demo === null ? [] : [{ text: demo, demo: true }]),
    ...(known === null ? [] : [{ text: period === null ? known : `${known} ${period}`, demo: false }])
  ]
  let left = SLIDE.width - FRAME.margin
  const tags = words.map((tag) => {
    const box = tagBox(left, textWidth(tag.text, SIZE.min) + 6)
    left = box.x - MARK - 24
    return { ...tag, box }
  })
  return { tags: tags.toReversed(), left }
}

/** 已发布 with a filled dot, 演示 with a hatched square: by shape and by word. */
function putTag(slide: Slide, { text, demo, box }: Tag): void {
  const { theme, id } = slide
  const mark = { x: box.x - MARK - 6, y: box.y + 6, width: MARK, height: MARK }
  const fill = demo ? hatch(theme.data, theme.bg0, theme) : solid(theme.ok, theme)
  const stroke = demo ? { colour: theme.data, width: 1.25 } : null
  slide.put(preset(id(), demo ? 'rect' : 'ellipse', { name: '状态标记', words: text, fill, stroke }, mark, theme))
  slide.text({ name: '状态', ...box, anchor: 'ctr', oneLine: true, paragraphs: [{ runs: [{ text, size: SIZE.min, colour: theme.t2 }] }] })
}

function putScope(slide: Slide, scope: string, box: Box): void {
  const { theme, id } = slide
  slide.put(preset(id(), 'rect', { name: '范围框', fill: NO_FILL, stroke: { colour: theme.line2, width: 1 } }, box, theme))
  slide.text({ name: '范围', ...box, anchor: 'ctr', paragraphs: [{ align: 'ctr', runs: [{ text: scope, size: SIZE.min, colour: theme.t2 }] }] })
}

const SIZES = [SIZE.statement, 30, 27, 24, 21, 19, 17, 15] as const

interface Title {
  readonly text: string
  /** Which of several slides it is. */
  readonly part: string
  /** What tells it from others of the same title. */
  readonly name: string
}

const titleRuns = ({ text, part, name }: Title, size: number, { t1, t3 }: Theme): Run[] => [
  { text, size, colour: t1, bold: true },
  ...(part === '' ? [] : [{ text: part, size: size * 0.72, colour: t3 }]),
  ...(name === '' ? [] : [{ text: `　${name}`, size: Math.max(13, size * 0.55), colour: t3 }])
]

/** In one line where it has room, else smaller and in two. */
export function putTitle(slide: Slide, title: Title, width: number): void {
  const sized = SIZES.map((size) => titleRuns(title, size, slide.theme))
  const runs = sized.find((one) => runsWidth(one) <= width) ?? sized.find((one) => heightIn([{ runs: one }], width) <= FRAME.title.height) ?? sized.at(-1) ?? []
  slide.text({ name: '标题', place: { type: 'title' }, ...FRAME.title, width, anchor: 'ctr', paragraphs: [{ runs }] })
}

export interface Head {
  readonly sheet: Sheet
  /** Where the figures are of, where that is not the whole. */
  readonly place: string
  /** The word for a wider area that all of them are of. */
  readonly scope: string | null
  /** What tells the slide from others of the same title; mostly empty. */
  readonly name: string
}

const UNDER = [SIZE.label, 15, 14, 13, 12, 11, 10] as const

/** Title, status, and what is shown of when, on top of every slide with figures. */
export function putHead(slide: Slide, { sheet, place, scope, name }: Head, part = ''): void {
  const { theme } = slide
  const { tags, left } = tagsOf(sheet)
  const scoped = scope === null ? null : tagBox(left, textWidth(scope, SIZE.min) + 20)
  putTitle(slide, { text: headlineOf(sheet), part, name }, (scoped === null ? left : scoped.x - 18) - FRAME.title.x)
  if (scope !== null && scoped !== null) putScope(slide, scope, scoped)
  for (const tag of tags) putTag(slide, tag)
  const under = underline(sheet, place)
  const lines = UNDER.map((size) => [{ runs: [{ text: under, size, colour: theme.t2 }] }])
  const fitting = lines.find((one) => heightIn(one, FRAME.under.width) <= FRAME.under.height) ?? lines.at(-1) ?? []
  if (under !== '') slide.text({ name: '口径与期间', ...FRAME.under, paragraphs: fitting })
}

const FOOT = [SIZE.min, 14, 13, 12, 11, 10, 9] as const

/** Source and edition, where a slide has its foot. */
export function putSource(slide: Slide, lines: readonly string[], box: Box): void {
  const sized = FOOT.map((size) => lines.filter((text) => text !== '').map((text) => ({ runs: [{ text, size, colour: slide.theme.t3 }] })))
  const said = sized.find((one) => heightIn(one, box.width) <= box.height) ?? sized.at(-1) ?? []
  slide.text({ name: '来源与版次', ...box, paragraphs: said })
}

/** Source and edition, and the number of the page, on every slide of a panel. */
export function putFoot(slide: Slide, lines: readonly string[]): void {
  putSource(slide, lines, FRAME.foot)
  const number = { text: '‹#›', size: SIZE.min, colour: slide.theme.t3, counted: true }
  slide.text({ name: '页码', place: { type: 'sldNum', idx: 12 }, ...NUMBER, anchor: 'b', paragraphs: [{ align: 'r', runs: [number] }] })
}
