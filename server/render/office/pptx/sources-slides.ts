import type { PackInfo } from '#contract/pack.ts'
import { editionText } from '#charts/sheet.ts'
import { mapTermsText } from '#charts/typeset/map-line.ts'
import { DEMO_WORDS, hasDemo } from './cover-slide.ts'
import type { DeckScene } from './deck-panel.ts'
import { putFoot, putTitle } from './frame.ts'
import type { Slide } from './slide.ts'
import type { Paragraph } from './text.ts'
import { FRAME, SIZE } from './units.ts'
import { lineCount } from './widths.ts'

interface Line {
  readonly text: string
  readonly head: boolean
}

const unique = (lines: readonly string[]): string[] => [...new Set(lines.filter((text) => text !== ''))]

const sourceLines = (scenes: readonly DeckScene[]): string[] =>
  unique(
    scenes.flatMap(({ answer: { sources } }) =>
      sources.map(({ title, publisher, period, note }) =>
        [publisher === undefined ? title : `${publisher}《${title}》`, period ?? '', note ?? ''].filter((text) => text !== '').join('，')
      )
    )
  )

/** All that is counted, in the source's words; then what the source says nothing of. */
function definitionLines(scenes: readonly DeckScene[]): string[] {
  const sheets = scenes.flatMap(({ panels }) => panels.map(({ sheet }) => sheet))
  const unsaid = unique(sheets.flatMap(({ figures }) => figures.flatMap(({ indicator, name }) => (indicator.definition === null ? [name] : []))))
  return [...unique(sheets.flatMap(({ definitions }) => definitions)), ...(unsaid.length === 0 ? [] : [`原文未另作口径说明：${unsaid.join('、')}`])]
}

function linesOf(scenes: readonly DeckScene[], info: PackInfo, address: string): Line[] {
  const [first] = scenes
  const edition = first === undefined ? '' : editionText(first.answer, info.timeZone)
  const titles = scenes.map(({ answer: { scene } }) => scene.title).join('、')
  const sections: (readonly [string, readonly string[]])[] = [
    ['来源', [...sourceLines(scenes), `地图：${mapTermsText({ ...info.map })}；${info.map.source}；${info.map.terms}`]],
    ['版次与引用', unique([edition, `《${titles}》，${info.title}，${edition}，${address}`, ...(hasDemo(scenes) ? [DEMO_WORDS] : [])])],
    ['口径', definitionLines(scenes)]
  ]
  return sections.flatMap(([head, lines]) => (lines.length === 0 ? [] : [{ text: head, head: true }, ...lines.map((text) => ({ text, head: false }))]))
}

const COLUMN = { width: 566, gap: 36 } as const
const heightOf = ({ text, head }: Line): number => (head ? SIZE.heading * 1.3 + 12 : lineCount(text, SIZE.min, COLUMN.width) * SIZE.min * 1.32 + 5)

/** Lines into columns as tall as a slide; a heading never stands last. */
function columnsOf(lines: readonly Line[]): Line[][] {
  const columns: Line[][] = [[]]
  let used = 0
  lines.forEach((line, index) => {
    const next = lines[index + 1]
    const needs = heightOf(line) + (line.head && next !== undefined ? heightOf(next) : 0)
    if (used + needs > FRAME.body.height && used > 0) {
      columns.push([])
      used = 0
    }
    columns.at(-1)?.push(line)
    used += heightOf(line)
  })
  return columns
}

/** Where all of it is from and what is counted, on as many slides as that takes. */
export function sourcesSlides(scenes: readonly DeckScene[], info: PackInfo, address: string): ((slide: Slide) => void)[] {
  const columns = columnsOf(linesOf(scenes, info, address))
  const pages = Array.from({ length: Math.ceil(columns.length / 2) }, (_, index) => columns.slice(index * 2, index * 2 + 2))
  return pages.map((page, index) => (slide) => {
    const { theme } = slide
    const paragraph = ({ text, head }: Line, at: number): Paragraph =>
      head
        ? { runs: [{ text, size: SIZE.heading, colour: theme.t1, bold: true }], before: at === 0 ? 0 : 10 }
        : { runs: [{ text, size: SIZE.min, colour: theme.t2 }], before: 4, lines: 1.05 }
    const part = pages.length === 1 ? '' : `（${index + 1}/${pages.length}）`
    putTitle(slide, { text: '来源与口径', part, name: '' }, FRAME.title.width)
    page.forEach((lines, column) => {
      const box = { x: FRAME.body.x + column * (COLUMN.width + COLUMN.gap), y: FRAME.body.y - 20, width: COLUMN.width, height: FRAME.body.height + 20 }
      slide.text({ name: `来源与口径 ${column + 1}`, ...box, paragraphs: lines.map(paragraph) })
    })
    const [first] = scenes
    putFoot(slide, first === undefined ? [] : [editionText(first.answer, info.timeZone)])
    slide.notes(page.flat().map(({ text }) => text))
  })
}
