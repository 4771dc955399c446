import type { PackInfo } from '#contract/pack.ts'
import { editionText } from '#charts/sheet.ts'
import { periodText } from '#format/period.ts'
import { brandMark } from './brand.ts'
import type { DeckScene } from './deck-panel.ts'
import { COVER } from './master.ts'
import { hatch } from './paint.ts'
import { preset } from './shapes.ts'
import type { Slide } from './slide.ts'
import type { Paragraph } from './text.ts'
import { SIZE } from './units.ts'
import { fittingSize } from './widths.ts'

export const DEMO_WORDS = '含演示数据：斜纹、虚线、空心标出，由脚本生成，不是统计数据，不作考核依据'

export const hasDemo = (scenes: readonly DeckScene[]): boolean => scenes.some(({ panels }) => panels.some(({ sheet }) => sheet.tags.demo !== null))

const regionOf = ({ answer: { regions, region } }: DeckScene): string => regions.find(({ code }) => code === region)?.name ?? region

/** The pack's title, which scenes, of where, of when, in which edition and by whom. */
export function coverSlide(slide: Slide, scenes: readonly DeckScene[], info: PackInfo): void {
  const { theme, id } = slide
  const [first] = scenes
  if (first === undefined) throw new Error('a deck without a scene')
  const { answer } = first
  const alone = scenes.length === 1
  const title = alone ? answer.scene.title : info.title
  const size = fittingSize(title, COVER.title.width, [SIZE.cover, 48, 40], true)
  slide.text({
    name: '标题',
    place: { type: 'ctrTitle' },
    ...COVER.title,
    anchor: 'b',
    paragraphs: [{ runs: [{ text: title, size, colour: theme.t1, bold: true }] }]
  })
  const under = alone && title === info.title ? info.product : `${info.title} · ${info.product}`
  slide.text({
    name: '副标题',
    place: { type: 'subTitle', idx: 1 },
    ...COVER.under,
    paragraphs: [{ runs: [{ text: under, size: SIZE.heading, colour: theme.t2 }] }]
  })
  const line = (label: string, text: string): Paragraph => ({
    runs: [
      { text: `${label}　`, size: SIZE.body, colour: theme.t3 },
      { text, size: SIZE.body, colour: theme.t1 }
    ],
    before: 8
  })
  const facts = [
    ...(alone ? [] : [line('内容', scenes.map(({ answer: { scene } }) => scene.title).join('、'))]),
    line('地区', regionOf(first)),
    line('数据期间', answer.dataPeriod === null ? '尚无已发布数据' : `截至${periodText(answer.dataPeriod)}`),
    line('版次', editionText(answer, info.timeZone)),
    line('发布', info.title)
  ]
  slide.text({ name: '说明', x: COVER.title.x, y: 352, width: 760, height: 220, paragraphs: facts })
  if (hasDemo(scenes)) putDemoLine(slide)
  slide.put(brandMark(id, { x: 900, y: 200 }, 300, theme))
  slide.notes([`${title}，${under}`, editionText(answer, info.timeZone), ...(hasDemo(scenes) ? [DEMO_WORDS] : [])])
}

function putDemoLine({ theme, id, put, text }: Slide): void {
  const at = { x: COVER.title.x, y: 640 }
  put(
    preset(
      id(),
      'rect',
      { name: '演示标记', words: '演示', fill: hatch(theme.data, theme.bg0, theme), stroke: { colour: theme.data, width: 1.25 } },
      { x: at.x, y: at.y + 5, width: 14, height: 14 },
      theme
    )
  )
  text({
    name: '演示',
    x: at.x + 24,
    y: at.y,
    width: 1000,
    height: 24,
    anchor: 'ctr',
    paragraphs: [{ runs: [{ text: DEMO_WORDS, size: SIZE.min, colour: theme.t2 }] }]
  })
}
