/** What a face paints: body text, bold text, titles; digits and Latin inside text; big numbers. */
export type Role = 'regular' | 'bold' | 'title' | 'latin' | 'figures'

export interface Face {
  readonly family: string
  readonly weight: number
  /** The fontsource package and the prefix of its files. */
  readonly slug: string
  readonly role: Role
}

/** Every face the product names in its styles; there is no other weight, and no synthetic bold. */
export const FACES: readonly Face[] = [
  { family: 'Noto Sans SC', weight: 400, slug: 'noto-sans-sc', role: 'regular' },
  { family: 'Noto Sans SC', weight: 600, slug: 'noto-sans-sc', role: 'bold' },
  { family: 'Noto Serif SC', weight: 700, slug: 'noto-serif-sc', role: 'title' },
  { family: 'Barlow Condensed', weight: 500, slug: 'barlow-condensed', role: 'figures' },
  { family: 'Barlow Condensed', weight: 600, slug: 'barlow-condensed', role: 'figures' },
  { family: 'Barlow Semi Condensed', weight: 400, slug: 'barlow-semi-condensed', role: 'latin' },
  { family: 'Barlow Semi Condensed', weight: 500, slug: 'barlow-semi-condensed', role: 'latin' }
]

/** Barlow brings no Chinese; the Noto families bring both. */
export const isLatin = (face: Face): boolean => face.role === 'latin' || face.role === 'figures'

export const faceName = (face: Pick<Face, 'family' | 'weight'>): string => `${face.family} ${face.weight}`
