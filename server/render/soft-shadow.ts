import { withOpacities } from './colour.ts'
import { element, type Element } from './element.ts'

/** A soft shadow as the library's painter defines it. */
export interface SoftShadow {
  readonly dx: number
  readonly dy: number
  readonly deviation: number
  readonly colour: string
  readonly opacity: number
}

const LAYERS = 6
/** How far a shadow reaches, in standard deviations. */
const REACH = 2
const SPREAD = 2.5

type Attributes = Element['attrs']

/** The filter that makes a shadow, read back: undefined for any other. */
export function shadowOf(filter: {
  readonly children?: readonly { readonly tag: string; readonly attrs: Readonly<Record<string, string | number | boolean | undefined>> }[]
}): SoftShadow | undefined {
  const found = filter.children?.find(({ tag }) => tag === 'feDropShadow')?.attrs
  if (found === undefined) return undefined
  const drop = withOpacities(found)
  const number = (name: string): number => Number(drop[name] ?? 0)
  const [deviation = 0] = String(drop['stdDeviation'] ?? 0)
    .split(' ')
    .map(Number)
  return { dx: number('dx'), dy: number('dy'), deviation, colour: String(drop['flood-color'] ?? '#000000'), opacity: Number(drop['flood-opacity'] ?? 1) }
}

/**
 * A shadow in layers, each a little wider and together as dark as the one that is blurred: a blur over a large picture takes
 * many seconds, and Word has none.
 */
export function shadowLayers({ tag, attrs }: Element, { dx, dy, deviation, colour, opacity }: SoftShadow): Element {
  const filled = attrs['fill'] !== undefined && attrs['fill'] !== 'none'
  const stroked = attrs['stroke'] !== undefined && attrs['stroke'] !== 'none'
  const wide = Number(attrs['stroke-width'] ?? 1)
  // A line that is thin beside its blur is spread thin.
  const strength = filled ? 1 : wide / (wide + SPREAD * deviation)
  const own = Number(attrs[filled ? 'fill-opacity' : 'stroke-opacity'] ?? 1) * opacity * strength
  const each = 1 - (1 - own) ** (1 / LAYERS)
  const geometry: Attributes = Object.fromEntries(Object.entries(attrs).filter(([name]) => /^(d|x|y|width|height|cx|cy|r|rx|points|transform)$/.test(name)))
  const layers = Array.from({ length: LAYERS }, (_, index) => {
    const reach = (REACH * deviation * (LAYERS - index)) / LAYERS
    const width = (stroked ? wide : 0) + 2 * reach
    return element(tag, {
      ...geometry,
      fill: filled ? colour : 'none',
      'fill-opacity': filled ? each : undefined,
      stroke: colour,
      'stroke-opacity': each,
      'stroke-width': width,
      'stroke-linejoin': 'round'
    })
  })
  return element('g', { transform: dx === 0 && dy === 0 ? undefined : `translate(${dx} ${dy})` }, layers)
}
