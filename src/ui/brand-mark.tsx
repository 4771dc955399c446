import type { ReactNode } from 'react'

/** 同心圆: the mark that the rings and the map's echo lines repeat. */
export const BrandMark = (): ReactNode => (
  <svg className="brand-mark" viewBox="0 0 48 48" aria-hidden="true">
    <g fill="none" stroke="currentColor">
      <circle cx="24" cy="24" r="21" strokeWidth="1.6" opacity=".55" />
      <circle cx="24" cy="24" r="14" strokeWidth="2.2" opacity=".8" />
      <circle cx="24" cy="24" r="7" strokeWidth="2.8" />
    </g>
    <circle cx="24" cy="24" r="2.6" fill="currentColor" />
  </svg>
)
