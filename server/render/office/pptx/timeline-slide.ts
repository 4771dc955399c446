import type { PanelTable } from '#charts/panel-table.ts'
import { periodText } from '#format/period.ts'
import { solid } from './paint.ts'
import { bar, preset } from './shapes.ts'
import type { Slide } from './slide.ts'
import type { Paragraph } from './text.ts'
import { SIZE, type Box } from './units.ts'
import { heightIn, textWidth } from './widths.ts'

const MOST = 6
const DATE = 30
const NAMES = [28, 26, 24, 22, 20, 18, 16] as const
const GAP = 28
const DOT = 18

interface Event {
  readonly name: string
  readonly date: string
}

/** `2022-06-22` as it is said: 2022年6月22日. */
export function dateText(date: string): string {
  const [, month = '', day = ''] = /^(\d{4}-\d{2})-(\d{2})$/.exec(date) ?? []
  return day === '' ? periodText(date) : `${periodText(month)}${Number(day)}日`
}

function eventsOf({ columns, rows }: PanelTable): Event[] | null {
  const [name, date] = ['事件', '日期'].map((title) => columns.indexOf(title))
  if (name === undefined || date === undefined || columns.length !== 2 || Math.min(name, date) < 0) return null
  return rows.map((row) => ({ name: row[name] ?? '', date: dateText(row[date] ?? '') }))
}

interface LaidLine {
  readonly events: readonly Event[]
  readonly width: number
  readonly size: number
  readonly date: number
}

/** Dated events along a line; null where they are too many, or too wordy, for one. */
export function layTimeline(table: PanelTable, { width, height }: Box): LaidLine | null {
  const events = eventsOf(table)
  if (events === null || events.length < 2 || events.length > MOST) return null
  const own = (width - (events.length - 1) * GAP) / events.length
  const fits = (size: number): boolean => events.every(({ name }) => heightIn([{ runs: [{ text: name, size }] }], own) <= height * 0.4)
  const size = NAMES.find(fits)
  const date = [DATE, 27, 24, 20, 18, 16].find((one) => events.every((event) => textWidth(event.date, one, true) <= own))
  return size === undefined || date === undefined ? null : { events, width: own, size, date }
}

/** How far down the line lies, in parts of the box. */
const LEVEL = 0.4

/** When, a dot on the line, and what: each event is one text of its own. */
export function putTimeline(slide: Slide, { events, width, size, date }: LaidLine, box: Box): void {
  const { theme, id } = slide
  const y = box.y + box.height * LEVEL
  slide.put(bar(id(), '时间线', theme.line2, { x: box.x, y: y - 1, width: box.width, height: 2 }, theme))
  events.forEach((event, index) => {
    const x = box.x + index * (width + GAP)
    const last = index === events.length - 1
    const when: Paragraph = { runs: [{ text: event.date, size: date, colour: last ? theme.accent : theme.data, bold: true }] }
    const what: Paragraph = { runs: [{ text: event.name, size, colour: theme.t1 }], lines: 1.05 }
    slide.text({ name: event.date, x, y: y - 76, width, height: 52, anchor: 'b', oneLine: true, paragraphs: [when] })
    const dot = { x, y: y - DOT / 2, width: DOT, height: DOT }
    const stroke = { colour: last ? theme.accent : theme.data, width: 3 }
    slide.put(preset(id(), 'ellipse', { name: '时间点', fill: solid(last ? theme.accent : theme.light ? theme.bg0 : theme.bg1, theme), stroke }, dot, theme))
    slide.text({ name: event.name, x, y: y + 28, width, height: Math.max(SIZE.body, heightIn([what], width) + 4), paragraphs: [what] })
  })
}
