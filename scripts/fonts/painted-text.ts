/** A piece of text that the screen paints; one text painted in two ways is two pieces. */
export interface PaintedText {
  readonly text: string
  /** Body, bold, or the serif of product and scene titles. */
  readonly role: 'regular' | 'bold' | 'title'
  /** The first scene can paint it. */
  readonly first: boolean
  /** Only pages outside of the screen paint it: frames on other pages, briefings. */
  readonly outside?: boolean
}
