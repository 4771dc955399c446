import type { Bounds } from './hatch.ts'
import type { RiverCourse } from './river-measures.ts'

/** `along` and `cross` of the course as x and y. */
const place = (course: RiverCourse, along: number, cross: number): string =>
  (course === 'across' ? [along, cross] : [cross, along]).map((value) => value.toFixed(2)).join(' ')

/** A box of `long` along the course and `wide` across it. */
export const boxOf = (course: RiverCourse, [along, cross]: readonly [number, number], [long, wide]: readonly [number, number]): Bounds =>
  course === 'across' ? { x: along, y: cross, width: long, height: wide } : { x: cross, y: along, width: wide, height: long }

/** A band of even width from one place (along, cross) to another, flat at both ends. */
export function bandOf(
  course: RiverCourse,
  [a, v]: readonly [number, number],
  [b, t]: readonly [number, number],
  width: number
): { readonly band: string; readonly edges: string } {
  const middle = (a + b) / 2
  const curve = (end: number, leave: number, arrive: number): string =>
    `C${place(course, middle, leave)} ${place(course, middle, arrive)} ${place(course, end, arrive)}`
  const upper = `M${place(course, a, v)}${curve(b, v, t)}`
  const [corner, lower] = [place(course, b, t + width), curve(a, t + width, v + width)]
  return { band: `${upper}L${corner}${lower}Z`, edges: `${upper}M${corner}${lower}` }
}
