import type { ReactNode } from 'react'
import { BRAND_BOX, BRAND_DOT, BRAND_RINGS } from '#tokens/brand-rings.ts'

const MIDDLE = BRAND_BOX / 2

/** 同心圆: the mark that the rings and the map's echo lines repeat. */
export const BrandMark = (): ReactNode => (
  <svg className="brand-mark" viewBox={`0 0 ${BRAND_BOX} ${BRAND_BOX}`} aria-hidden="true">
    <g fill="none" stroke="currentColor">
      {BRAND_RINGS.map(({ radius, width, opacity }) => (
        <circle key={radius} cx={MIDDLE} cy={MIDDLE} r={radius} strokeWidth={width} opacity={opacity} />
      ))}
    </g>
    <circle cx={MIDDLE} cy={MIDDLE} r={BRAND_DOT} fill="currentColor" />
  </svg>
)
