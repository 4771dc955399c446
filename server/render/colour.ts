export interface Colour {
  readonly fill: string
  /** Absent where it is whole. */
  readonly opacity?: number
}

/** `#rrggbbaa` as a colour and an opacity of its own: not every program reads eight digits. Anything that is no colour is refused: it may come from data. */
export function colour(text: string): Colour {
  const [, rgb, alpha] = /^(#[0-9a-f]{6})([0-9a-f]{2})?$/i.exec(text) ?? []
  if (rgb === undefined) throw new Error(`no colour: ${text}`)
  return alpha === undefined || alpha.toLowerCase() === 'ff'
    ? { fill: rgb }
    : { fill: rgb, opacity: Math.round((Number.parseInt(alpha, 16) / 255) * 1000) / 1000 }
}
