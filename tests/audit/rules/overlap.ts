import { common, depth, type Box } from '#tests/audit/box.ts'
import { findingOn, type Finding } from '#tests/audit/finding.ts'
import type { ScreenText } from '#tests/audit/screen.ts'

/** Antialiasing, and rounding of font metrics to whole pixels. */
const TOLERANCE = 1.5

interface Seen {
  readonly text: ScreenText
  readonly seen: Box
}

/** A text drawn twice at one place reads as one: outlines are made so. */
const isTwin = (a: ScreenText, b: ScreenText): boolean => a.text === b.text && Math.abs(a.box.left - b.box.left) < 1 && Math.abs(a.box.top - b.box.top) < 1

function between(a: Seen, b: Seen): Finding[] {
  const by = depth(a.seen, b.seen)
  if (by <= TOLERANCE || a.text.above !== b.text.above || a.text.layer !== b.text.layer || isTwin(a.text, b.text)) return []
  return [findingOn([a.text, b.text], { rule: 'overlap', px: by, why: 'two texts lie over each other' })]
}

/** Texts that lie over each other, by what is left of them to see. */
export function overlaps(texts: readonly ScreenText[], reach: Box): Finding[] {
  const seen = texts.map((text) => ({ text, seen: common(common(text.box, text.room), reach) })).toSorted((a, b) => a.seen.top - b.seen.top)
  return seen.flatMap((one, index) => {
    const findings: Finding[] = []
    for (let other = index + 1; other < seen.length; other += 1) {
      const next = seen[other]
      if (next === undefined || next.seen.top >= one.seen.bottom) break
      findings.push(...between(one, next))
    }
    return findings
  })
}
