import type { Box } from './box.ts'
import type { ScreenText } from './screen.ts'

export interface Finding {
  readonly rule: 'overlap' | 'clipped' | 'small' | 'state' | 'console' | 'ready'
  readonly panel: string
  readonly texts: readonly string[]
  readonly boxes: readonly Box[]
  /** By how many px, where the rule measures. */
  readonly px: number
  readonly why: string
}

type Measured = Omit<Finding, 'panel' | 'texts' | 'boxes'>

export const findingOn = (texts: readonly ScreenText[], measured: Measured): Finding => ({
  ...measured,
  panel: [...new Set(texts.map(({ panel }) => panel))].join(' + '),
  texts: texts.map(({ text }) => text),
  boxes: texts.map(({ box }) => box)
})

/** A finding that is about no text. */
export const findingAbout = (rule: Finding['rule'], panel: string, why: string): Finding => ({ rule, panel, texts: [], boxes: [], px: 0, why })

const px = (value: number): string => value.toFixed(1).replace(/\.0$/, '')

/** `[x y width x height]` */
const boxText = ({ left, top, right, bottom }: Box): string => `[${px(left)} ${px(top)} ${px(right - left)}x${px(bottom - top)}]`

/** `overlap  map + kpi  "江山市" [812 400 66x21] "名" [...]  4.2 px: ...` */
export function findingText({ rule, panel, texts, boxes, px: by, why }: Finding): string {
  const quoted = texts.map((text, index) => `"${text}"${boxes[index] === undefined ? '' : ` ${boxText(boxes[index])}`}`)
  return [rule.padEnd(8), panel, ...quoted, by === 0 ? why : `${px(by)} px: ${why}`].join('  ')
}
