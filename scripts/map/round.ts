import type { Line, Position } from './geometry.ts'

// A thousandth of a degree is about 100 m, half a pixel of the map at 1080p, and the grid of the npm package.
const DECIMALS = 3
export const PRECISION = 10 ** -DECIMALS

export function roundPosition([lon, lat]: Position): Position {
  return [Number(lon.toFixed(DECIMALS)), Number(lat.toFixed(DECIMALS))]
}

/** Rounds a line and drops the points that fall on the one before. */
export function roundLine(line: Line): Line {
  return line.map(roundPosition).filter(([lon, lat], i, all) => lon !== all[i - 1]?.[0] || lat !== all[i - 1]?.[1])
}
