import type { LinePiece } from '#charts/line-template.ts'
import { phraseParts } from '#format/phrase.ts'
import { widerScope } from '#format/wider-scope.ts'
import type { Theme } from '#tokens/themes.ts'
import { brandMark } from './brand.ts'
import type { DeckScene } from './deck-panel.ts'
import { putSource } from './frame.ts'
import { sourceNotes } from './notes.ts'
import type { SceneLead } from './scene-lead.ts'
import { bar } from './shapes.ts'
import type { Slide } from './slide.ts'
import type { Paragraph, Run } from './text.ts'
import { OPENING, SIZE } from './units.ts'
import { fittingSize, heightIn, LINE, textWidth } from './widths.ts'

/** Which of how many it is. */
export interface Turn {
  readonly number: number
  readonly of: number
}

/** Whose the figures are where they are of more than what is looked at. */
const scopeOf = (answer: DeckScene['answer'], line: readonly LinePiece[]): string | null =>
  line.flatMap((piece) => ('figure' in piece ? [widerScope(answer, piece.figure.observation)] : [])).find((scope) => scope !== null) ?? null

/** What a scene states of itself, the numbers in it set off; empty where a figure of it is not published. */
function leadRuns({ answer }: DeckScene, { line: stated }: SceneLead, size: number, { t1, t2, data }: Theme): Run[] {
  if (stated !== null) {
    const pieces = stated.flatMap((piece): Run[] =>
      'text' in piece
        ? [{ text: piece.text, size, colour: t1 }]
        : phraseParts(piece.figure.observation, piece.figure.indicator.unitMeasure).map(({ role, text }) =>
            role === 'number' ? { text, size: size * 1.35, colour: data, bold: true } : { text, size, colour: t1 }
          )
    )
    const whose = scopeOf(answer, stated)
    return whose === null ? pieces : [{ text: `${whose}：`, size, colour: t2 }, ...pieces]
  }
  const line = answer.scene.panels.find(({ kind, options }) => kind === 'headline' && typeof options?.['line'] === 'string')?.options?.['line']
  return typeof line === 'string' ? [{ text: line, size, colour: t2 }] : []
}

const SIZES = [30, 28, 26, 24, 22, 20, 18] as const

/** Status and period of what is stated, under it: 已发布 by a filled dot and by a word. */
function underLead({ status, period }: SceneLead, { ok, t2 }: Theme): Paragraph[] {
  const text = [status, period].filter((part) => part !== '').join('　')
  return text === '' ? [] : [{ runs: [{ text, size: SIZE.label, colour: t2 }], bullet: { sign: '●', colour: ok, share: 0.8, room: 20 }, before: 14 }]
}

function putLead(slide: Slide, scene: DeckScene, lead: SceneLead): string {
  const { theme } = slide
  const under = underLead(lead, theme)
  const sized = SIZES.map((size): Paragraph => ({ runs: leadRuns(scene, lead, size, theme), lines: 1.1 }))
  const fitting = sized.find((one) => heightIn([one, ...under], OPENING.lead.width) <= OPENING.lead.height) ?? sized.at(-1)
  if (fitting === undefined || fitting.runs.length === 0) return ''
  slide.text({ name: '副标题', place: { type: 'subTitle', idx: 1 }, ...OPENING.lead, paragraphs: [fitting, ...under] })
  return fitting.runs.map(({ text }) => text).join('')
}

/** `2/10` before the scene's name: the number is part of the title, so that no two slides have the same. */
function putTitle(slide: Slide, title: string, { number, of }: Turn): void {
  const { theme } = slide
  const counted = `${number}/${of}　`
  const size = fittingSize(title, OPENING.title.width - textWidth(counted, 30), [52, 46, 40, 34, 28, 24, 20], true)
  const runs = [
    { text: String(number), size: size * 1.15, colour: theme.accent, bold: true },
    { text: `/${of}　`, size: size * 0.5, colour: theme.t3 },
    { text: title, size, colour: theme.t1, bold: true }
  ]
  slide.text({ name: '标题', place: { type: 'ctrTitle' }, ...OPENING.title, anchor: 'b', paragraphs: [{ runs }] })
}

const ITEM = { most: 22, least: 13 } as const
/** From the head of the list to its first name, and from one name to the next at most. */
const STEP = { head: 44, most: 56 } as const

/** What follows, one below the other with a hairline between. */
function putContents(slide: Slide, titles: readonly string[]): void {
  const { theme, id } = slide
  const { x, width, height } = OPENING.list
  const step = Math.min(STEP.most, (height - STEP.head) / titles.length)
  const y = OPENING.list.y + (height - STEP.head - step * titles.length) * 0.44
  slide.text({ name: '目录', x, y, width, height: 26, paragraphs: [{ runs: [{ text: '本节内容', size: SIZE.label, colour: theme.t3 }] }] })
  const size = Math.min(ITEM.most, Math.max(ITEM.least, Math.floor(step / (LINE + 0.2))))
  titles.forEach((text, index) => {
    const top = y + STEP.head + index * step
    const fitting = fittingSize(text, width, [size, size - 2, ITEM.least, 11, 10])
    slide.put(bar(id(), '分隔线', theme.line, { x, y: top, width, height: 1 }, theme))
    slide.text({ name: text, x, y: top + 1, width, height: step - 2, anchor: 'ctr', paragraphs: [{ runs: [{ text, size: fitting, colour: theme.t1 }] }] })
  })
}

/** What a scene is about, before its slides: which of how many, what it states, of when and from where, and what follows. */
export function sceneSlide(slide: Slide, scene: DeckScene, turn: Turn, lead: SceneLead): void {
  const { answer, panels } = scene
  const titles = panels.map(({ sheet }) => sheet.title).filter((text, index, all) => all.indexOf(text) === index)
  putTitle(slide, answer.scene.title, turn)
  const said = putLead(slide, scene, lead)
  slide.put(brandMark(slide.id, { x: OPENING.title.x, y: 590 }, 34, slide.theme))
  putSource(slide, [lead.source, lead.edition], OPENING.foot)
  if (titles.length > 0) putContents(slide, titles)
  const stated = [[answer.scene.title, said].filter((text) => text !== '').join('：'), lead.period].filter((text) => text !== '').join('，')
  slide.notes([stated, `内容：${titles.join('、')}`, ...lead.definitions.map((text) => `【口径】${text}`), ...sourceNotes(lead, lead.citation)])
}
