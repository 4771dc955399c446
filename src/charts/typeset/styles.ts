import type { Room } from '#charts/picture.ts'
import { PICTURE } from '#tokens/sizes.ts'
import type { TextStyle } from './text.ts'

/** The letterings that pictures share, by what they are for. */
type Styles = Readonly<Record<'small' | 'quiet' | 'body' | 'label' | 'strong' | 'heading' | 'value', TextStyle>>

export const stylesOf = ({ theme }: Pick<Room, 'theme'>): Styles => ({
  /** Notes and sources, and what is quieter still. */
  small: { font: 'inline', size: PICTURE.min, weight: 400, fill: theme.t2 },
  quiet: { font: 'inline', size: PICTURE.min, weight: 400, fill: theme.t3 },
  body: { font: 'inline', size: PICTURE.body, weight: 400, fill: theme.t1 },
  label: { font: 'sans', size: PICTURE.body, weight: 400, fill: theme.t2 },
  strong: { font: 'sans', size: PICTURE.body, weight: 600, fill: theme.t1 },
  heading: { font: 'serif', size: PICTURE.line, weight: 700, fill: theme.t1 },
  value: { font: 'num', size: PICTURE.row, weight: 500, fill: theme.t1 }
})
