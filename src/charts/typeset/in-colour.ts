import type { Shape } from '#charts/picture.ts'

function recoloured(shape: Shape, fill: string): Shape {
  if (shape.kind === 'text') return { ...shape, fill }
  if (shape.kind === 'spans') return { ...shape, spans: shape.spans.map((span) => ({ ...span, fill })) }
  return shape.kind === 'group' ? { ...shape, shapes: inColour(shape.shapes, fill) } : shape
}

/** All texts in one colour, as on a filled ground. */
export const inColour = (shapes: readonly Shape[], fill: string): Shape[] => shapes.map((shape) => recoloured(shape, fill))
