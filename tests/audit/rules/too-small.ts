import { findingOn, type Finding } from '#tests/audit/finding.ts'
import type { ScreenText } from '#tests/audit/screen.ts'

const ROUNDING = 0.05

/** Texts set in less than the smallest font of the layout. */
export const tooSmall = (texts: readonly ScreenText[], smallest: number): Finding[] =>
  texts.flatMap((text) =>
    text.fontPx >= smallest - ROUNDING
      ? []
      : [findingOn([text], { rule: 'small', px: smallest - text.fontPx, why: `font of ${text.fontPx.toFixed(2)} px, smallest is ${smallest.toFixed(2)} px` })]
  )
