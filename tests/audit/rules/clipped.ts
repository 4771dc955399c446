import { excess, type Box } from '#tests/audit/box.ts'
import { findingOn, type Finding } from '#tests/audit/finding.ts'
import type { ScreenText } from '#tests/audit/screen.ts'

const TOLERANCE = 2

/** Texts of which a part cannot be seen: outside the window, cut by an ancestor or a canvas, or replaced by an ellipsis. */
export const clipped = (texts: readonly ScreenText[], reach: Box): Finding[] =>
  texts.flatMap((text) => {
    const seen = text.scrolls ? { ...reach, left: -Infinity, right: Infinity } : reach
    const [ofWindow, ofRoom] = [excess(text.box, seen), excess(text.box, text.room)]
    const by = Math.max(ofWindow, ofRoom, 0)
    if (by <= TOLERANCE && !text.shortened) return []
    const why = text.shortened
      ? 'an ellipsis stands for the rest'
      : ofWindow >= ofRoom
        ? 'outside the window'
        : text.drawn === 'chart'
          ? 'outside its canvas'
          : 'cut by an ancestor'
    return [findingOn([text], { rule: 'clipped', px: by, why })]
  })
