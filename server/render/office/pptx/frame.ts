import { headlineOf, underline } from '#server/render/frame.ts'
import type { Sheet } from '#charts/sheet.ts'
import { hatch, NO_FILL, solid } from './paint.ts'
import { preset } from './shapes.ts'
import type { Slide } from './slide.ts'
import { FRAME, SIZE, SLIDE } from './units.ts'
import { NUMBER } from './master.ts'
import { fittingSize, textWidth } from './widths.ts'

const MARK = 12

/** 已发布 with a filled dot, 演示 with a hatched square: by shape and by word. Returns where they begin. */
function putTags(slide: Slide, { tags: { known, period, demo } }: Sheet, scope: string | null): number {
  const { theme, id } = slide
  const tags = [
    ...(demo === null ? [] : [{ text: demo, demo: true }]),
    ...(known === null ? [] : [{ text: period === null ? known : `${known} ${period}`, demo: false }])
  ]
  let right = SLIDE.width - FRAME.margin
  for (const tag of tags) {
    const width = textWidth(tag.text, SIZE.min) + 6
    const box = { x: right - width, y: FRAME.title.y + 4, width, height: 24 }
    slide.text({ name: '状态', ...box, anchor: 'ctr', oneLine: true, paragraphs: [{ runs: [{ text: tag.text, size: SIZE.min, colour: theme.t2 }] }] })
    const mark = { x: box.x - MARK - 6, y: box.y + 6, width: MARK, height: MARK }
    const fill = tag.demo ? hatch(theme.data, theme.bg0, theme) : solid(theme.ok, theme)
    const stroke = tag.demo ? { colour: theme.data, width: 1.25 } : null
    slide.put(preset(id(), tag.demo ? 'rect' : 'ellipse', { name: '状态标记', words: tag.text, fill, stroke }, mark, theme))
    right = mark.x - 18
  }
  if (scope === null) return right
  const width = textWidth(scope, SIZE.min) + 20
  const box = { x: right - width, y: FRAME.title.y + 4, width, height: 24 }
  slide.put(preset(id(), 'rect', { name: '范围框', fill: NO_FILL, stroke: { colour: theme.line2, width: 1 } }, box, theme))
  slide.text({ name: '范围', ...box, anchor: 'ctr', paragraphs: [{ align: 'ctr', runs: [{ text: scope, size: SIZE.min, colour: theme.t2 }] }] })
  return box.x - 18
}

export interface Head {
  readonly sheet: Sheet
  /** Where the figures are of, where that is not the whole. */
  readonly place: string
  /** The word for a wider area that all of them are of. */
  readonly scope: string | null
}

/** Title, what is shown of when, and status on top; source, edition and page number at the foot: on every slide with figures. */
export function putFrame(slide: Slide, { sheet, place, scope }: Head, part = ''): void {
  const { theme } = slide
  const width = putTags(slide, sheet, scope) - FRAME.title.x
  const title = `${headlineOf(sheet)}${part}`
  const size = fittingSize(title, width, [SIZE.statement, 30, 27, 24, 21, 19], true)
  slide.text({
    name: '标题',
    place: { type: 'title' },
    ...FRAME.title,
    width,
    anchor: 'ctr',
    paragraphs: [{ runs: [{ text: title, size, colour: theme.t1, bold: true }] }]
  })
  const under = underline(sheet, place)
  slide.text({ name: '口径与期间', ...FRAME.under, paragraphs: [{ runs: [{ text: under, size: SIZE.label, colour: theme.t2 }] }] })
  putFoot(slide, [sheet.source, sheet.edition])
}

export function putFoot(slide: Slide, lines: readonly string[]): void {
  const { theme } = slide
  const said = lines.filter((text) => text !== '').map((text) => ({ runs: [{ text, size: SIZE.min, colour: theme.t3 }], lines: 1.05 }))
  slide.text({ name: '来源与版次', ...FRAME.foot, paragraphs: said })
  const number = { text: '‹#›', size: SIZE.min, colour: theme.t3, counted: true }
  slide.text({ name: '页码', place: { type: 'sldNum', idx: 12 }, ...NUMBER, anchor: 'b', paragraphs: [{ align: 'r', runs: [number] }] })
}
