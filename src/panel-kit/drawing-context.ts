import { createContext } from 'react'

/**
 * How charts are drawn: on a canvas; as vectors, for paper, in their final state (whoever says so has registered ECharts'
 * SVGRenderer); or not at all, while only the room around them is measured.
 */
export type Drawing = 'canvas' | 'svg' | 'none'

export const DrawingContext = createContext<Drawing>('canvas')
