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

const OPACITY = { fill: 'fill-opacity', stroke: 'stroke-opacity', 'stop-color': 'stop-opacity', 'flood-color': 'flood-opacity' } as const

/** Attributes with the opacity of a colour beside it instead of in it. */
export function withOpacities<Value>(attrs: Readonly<Record<string, Value>>): Record<string, Value | string | number> {
  const made: Record<string, Value | string | number> = { ...attrs }
  for (const [name, of] of Object.entries(OPACITY)) {
    const value = attrs[name]
    if (typeof value !== 'string' || !/^#[0-9a-f]{8}$/i.test(value)) continue
    const { fill, opacity = 1 } = colour(value)
    made[name] = fill
    made[of] = opacity * Number(attrs[of] ?? 1)
  }
  return made
}
