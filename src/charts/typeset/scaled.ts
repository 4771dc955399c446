import type { Bounds } from '#charts/hatch.ts'

/** Path data of M, L, C, Q and Z in other units: stripes are as wide as everywhere only where nothing is scaled. */
export const scaledPath = (d: string, by: number): string => d.replace(/-?\d+(?:\.\d+)?/g, (number) => (Number(number) * by).toFixed(2))

export const scaledBox = ({ x, y, width, height }: Bounds, by: number): Bounds => ({ x: x * by, y: y * by, width: width * by, height: height * by })
