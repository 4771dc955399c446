import { perReading } from './per-reading.ts'

const holdsFixed = ({ transform, filter, perspective, contain }: CSSStyleDeclaration): boolean =>
  [transform, filter, perspective].some((value) => value !== 'none') || /paint|layout|strict|content/.test(contain)

function next(element: Element): Element | null {
  const { position } = getComputedStyle(element)
  let above = element.parentElement
  if (position !== 'absolute' && position !== 'fixed') return above
  for (; above !== null; above = above.parentElement) {
    const style = getComputedStyle(above)
    if (holdsFixed(style) || (position === 'absolute' && style.position !== 'static')) return above
  }
  return null
}

/** The element and those that can cut it off: an absolute box is not cut by what it is not placed in. Without html and body. */
export const containingBlocks = perReading((element): readonly Element[] => {
  const above = next(element)
  const isRoot = above === null || above === document.body || above === document.documentElement
  return [element, ...(isRoot ? [] : containingBlocks(above))]
})
