import type { Box } from './box.ts'

/** One line of text as a reader sees it. */
export interface ScreenText {
  /** The panel, or the region of the page outside the panels. */
  readonly panel: string
  readonly text: string
  readonly drawn: 'dom' | 'chart'
  /** Around the glyphs, not the line. */
  readonly box: Box
  /** What its ancestors let through; for a chart text, its canvas. */
  readonly room: Box
  /** In a strip of the column that is moved aside: what is beside the window can be got at. */
  readonly scrolls: boolean
  /** What is scrolled goes under what stays: texts of different layers cover each other on purpose. */
  readonly layer: number
  readonly fontPx: number
  /** An ellipsis stands for the rest of it. */
  readonly shortened: boolean
  /** Part of a card or dialog, which covers on purpose what lies below. */
  readonly above: boolean
}

/** What is to be seen on a page. */
export interface Screen {
  readonly texts: readonly ScreenText[]
  readonly states: readonly { readonly panel: string; readonly state: string }[]
}
