import { perReading } from './per-reading.ts'

export interface Scale {
  readonly factor: number
  /** Its lines do not run from left to right: glyph boxes cannot be told then. */
  readonly turned: boolean
}

const of = ({ a, b }: DOMMatrix): Scale => ({ factor: Math.hypot(a, b), turned: Math.abs(b) > 1e-3 })

const matrixOf = perReading((element): DOMMatrix => {
  const { transform } = getComputedStyle(element)
  const above = element.parentElement === null ? new DOMMatrix() : matrixOf(element.parentElement)
  return transform === 'none' ? above : above.multiply(new DOMMatrix(transform))
})

/** How much larger than its font size an element's text is drawn. */
export function scaleOf(element: Element): Scale {
  if (element instanceof SVGGraphicsElement) return of(element.getScreenCTM() ?? new DOMMatrix())
  const scale = of(matrixOf(element))
  return { ...scale, turned: scale.turned || getComputedStyle(element).writingMode !== 'horizontal-tb' }
}
