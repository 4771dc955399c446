export interface Scale {
  readonly factor: number
  /** Its lines do not run from left to right: glyph boxes cannot be told then. */
  readonly turned: boolean
}

const of = ({ a, b }: DOMMatrix): Scale => ({ factor: Math.hypot(a, b), turned: Math.abs(b) > 1e-3 })

/** How much larger than its font size an element's text is drawn. */
export function scaleOf(element: Element): Scale {
  if (element instanceof SVGGraphicsElement) return of(element.getScreenCTM() ?? new DOMMatrix())
  let matrix = new DOMMatrix()
  for (let at: Element | null = element; at !== null; at = at.parentElement) matrix = new DOMMatrix(getComputedStyle(at).transform).multiply(matrix)
  const scale = of(matrix)
  return { ...scale, turned: scale.turned || getComputedStyle(element).writingMode !== 'horizontal-tb' }
}
