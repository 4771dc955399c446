import type { SceneAnswer } from '#contract/endpoints.ts'
import type { PackInfo } from '#contract/pack.ts'
import { citation, editionText } from '#charts/sheet.ts'
import { mapTermsText } from '#charts/typeset/map-line.ts'
import { DEMO_WORDS, hasDemo } from './cover-slide.ts'
import type { DeckScene } from './deck-panel.ts'
import { putFoot, putTitle } from './frame.ts'
import type { Theme } from '#tokens/themes.ts'
import type { Slide } from './slide.ts'
import type { Paragraph } from './text.ts'
import { FRAME, SIZE } from './units.ts'
import { heightIn } from './widths.ts'

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

/** All that is counted, in the source's words. */
const definitionLines = (scenes: readonly DeckScene[]): string[] => unique(scenes.flatMap(({ panels }) => panels.flatMap(({ sheet }) => sheet.definitions)))

/** What the source says nothing of, by the scene that it comes first in. */
function unsaidLines(scenes: readonly DeckScene[]): string[] {
  const seen = new Set<string>()
  return scenes.flatMap(({ answer, panels }) => {
    const names = unique(panels.flatMap(({ sheet }) => sheet.figures.flatMap(({ indicator, name }) => (indicator.definition === null ? [name] : []))))
    const own = names.filter((name) => !seen.has(name))
    for (const name of own) seen.add(name)
    return own.length === 0 ? [] : [`${answer.scene.title}：${own.join('、')}`]
  })
}

type AddressOf = (answer: SceneAnswer) => string

function linesOf(scenes: readonly DeckScene[], info: PackInfo, addressOf: AddressOf): Line[] {
  const [first] = scenes
  const edition = first === undefined ? '' : editionText(first.answer, info.timeZone)
  const cited = scenes.map(({ answer }) => citation({ title: answer.scene.title, publisher: info.title, period: '', edition }, addressOf(answer)))
  const sections: (readonly [string, readonly string[]])[] = [
    ['来源', [...sourceLines(scenes), `地图：${mapTermsText({ ...info.map })}；${info.map.source}；${info.map.terms}`]],
    ['版次与引用', unique([edition, ...cited, ...(hasDemo(scenes) ? [DEMO_WORDS] : [])])],
    ['口径', definitionLines(scenes)],
    ['原文未另作口径说明', unsaidLines(scenes)]
  ]
  return sections.flatMap(([head, lines]) => (lines.length === 0 ? [] : [{ text: head, head: true }, ...lines.map((text) => ({ text, head: false }))]))
}

const COLUMN = { x: FRAME.body.x, y: FRAME.body.y - 16, width: 566, height: FRAME.body.height + 8 } as const
const BETWEEN = 36

const paragraphOf = ({ text, head }: Line, { t1, t2 }: Theme): Paragraph =>
  head ? { runs: [{ text, size: SIZE.heading, colour: t1, bold: true }], before: 14 } : { runs: [{ text, size: SIZE.min, colour: t2 }], before: 5 }

/** Each with what is free before it: one that stands first has a little less. */
const heightOf = (line: Line, theme: Theme): number => {
  const paragraph = paragraphOf(line, theme)
  return heightIn([paragraph], COLUMN.width) + (paragraph.before ?? 0)
}

/** Lines into columns as tall as they may be; a heading never stands last. */
function columnsOf(lines: readonly Line[], tallest: number, theme: Theme): Line[][] {
  const columns: Line[][] = []
  let used = Infinity
  lines.forEach((line, index) => {
    const next = lines[index + 1]
    const needs = heightOf(line, theme) + (line.head && next !== undefined ? heightOf(next, theme) : 0)
    if (used + needs > tallest) {
      columns.push([])
      used = 0
    }
    columns.at(-1)?.push(line)
    used += heightOf(line, theme)
  })
  return columns
}

/** Slides of two full columns; the two of the last one are about as long as each other. */
function pagesOf(lines: readonly Line[], theme: Theme): (readonly Line[][])[] {
  const full = columnsOf(lines, COLUMN.height, theme)
  const pages = Array.from({ length: Math.ceil(full.length / 2) }, (_, index) => full.slice(index * 2, index * 2 + 2))
  return pages.map((page, index) => (index === pages.length - 1 ? evened(page, theme) : page))
}

const STEPS = 24

function evened(page: readonly Line[][], theme: Theme): readonly Line[][] {
  const heights = Array.from({ length: STEPS }, (_, index) => (COLUMN.height * (index + 1)) / STEPS)
  return heights.map((tallest) => columnsOf(page.flat(), tallest, theme)).find((columns) => columns.length <= 2) ?? page
}

/** Where all of it is from and what is counted, on as many slides as that takes. */
export function sourcesSlides(scenes: readonly DeckScene[], info: PackInfo, addressOf: AddressOf, theme: Theme): ((slide: Slide) => void)[] {
  const pages = pagesOf(linesOf(scenes, info, addressOf), theme)
  return pages.map((page, index) => (slide) => {
    const part = pages.length === 1 ? '' : `（${index + 1}/${pages.length}）`
    putTitle(slide, { text: '来源与口径', part, name: '' }, FRAME.title.width)
    page.forEach((lines, column) => {
      const paragraphs = lines.map((line) => paragraphOf(line, theme))
      slide.text({ name: `来源与口径 ${column + 1}`, ...COLUMN, x: COLUMN.x + column * (COLUMN.width + BETWEEN), paragraphs })
    })
    const [first] = scenes
    putFoot(slide, first === undefined ? [] : [editionText(first.answer, info.timeZone)])
    slide.notes(page.flat().map(({ text }) => text))
  })
}
