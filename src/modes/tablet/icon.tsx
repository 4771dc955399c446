import type { ReactNode } from 'react'
import './icon.css'

/** Strokes in a box of 24. */
const PATHS = {
  close: 'M6 6 18 18M18 6 6 18',
  back: 'M15 5 8 12l7 7',
  forward: 'm9 5 7 7-7 7',
  find: 'M10.5 4.5a6 6 0 1 1 0 12 6 6 0 0 1 0-12ZM15 15l5 5',
  compare: 'M5 19V9M12 19V5M19 19v-7M3.500 19.500h17',
  share: 'M12 15V4M8 7.500 12 3.500l4 4M6 11H5v9h14v-9h-1',
  cast: 'M3.500 8V5h17v14H14M3.500 12a7 7 0 0 1 7 7M3.500 16a3 3 0 0 1 3 3',
  theme: 'M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16Zm0 0v16M12 8h4.900M12 12h7.800M12 16h4.900',
  months: 'M4.500 6.500h15v13h-15ZM4.500 10.500h15M8.500 4v4M15.500 4v4',
  fit: 'M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5',
  enter: 'M12 5v13M6 12.500l6 6 6-6'
} as const

export type IconName = keyof typeof PATHS

/** Decoration: the button around it carries the name. */
export const Icon = ({ name }: { readonly name: IconName }): ReactNode => (
  <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
    <path d={PATHS[name]} />
  </svg>
)
