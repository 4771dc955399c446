/**
 * Exact decimal arithmetic on strings. Figures are summed as scaled integers, never as floats,
 * so 0.1 + 0.2 closes on a printed total of 0.3.
 */
const DECIMAL = /^-?\d+(\.\d+)?$/

export interface Scaled {
  readonly units: bigint
  readonly places: number
}

export const isDecimal = (text: string): boolean => DECIMAL.test(text)

/** @throws RangeError when the text is not a plain decimal such as `-12.50`. */
export function parseDecimal(text: string): Scaled {
  if (!isDecimal(text)) throw new RangeError(`not a decimal: ${text}`)
  const [whole = '0', fraction = ''] = text.split('.')
  return { units: BigInt(whole + fraction), places: fraction.length }
}

export function formatScaled({ units, places }: Scaled): string {
  const sign = units < 0n ? '-' : ''
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0')
  const cut = digits.length - places
  const fraction = digits.slice(cut).replace(/0+$/, '')
  return sign + digits.slice(0, cut) + (fraction === '' ? '' : `.${fraction}`)
}

const widen = (value: Scaled, places: number): bigint => value.units * 10n ** BigInt(places - value.places)

export function addDecimal(a: string, b: string): string {
  const [x, y] = [parseDecimal(a), parseDecimal(b)]
  const places = Math.max(x.places, y.places)
  return formatScaled({ units: widen(x, places) + widen(y, places), places })
}

const negated = (text: string): string => (text.startsWith('-') ? text.slice(1) : `-${text}`)

export const subtractDecimal = (a: string, b: string): string => addDecimal(a, negated(b))

export const sumDecimals = (values: readonly string[]): string => values.reduce(addDecimal, '0')

export function multiplyDecimal(a: string, b: string): string {
  const [x, y] = [parseDecimal(a), parseDecimal(b)]
  return formatScaled({ units: x.units * y.units, places: x.places + y.places })
}

/** Negative, zero or positive, as `a` is below, equal to or above `b`. */
export function compareDecimal(a: string, b: string): number {
  const [x, y] = [parseDecimal(a), parseDecimal(b)]
  const places = Math.max(x.places, y.places)
  const difference = widen(x, places) - widen(y, places)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

const roundHalfUp = (units: bigint, step: bigint): bigint => {
  const half = step / 2n
  return units >= 0n ? (units + half) / step : -((-units + half) / step)
}

/** Rounds half away from zero to `places` digits, trailing zeros kept: `roundDecimal('2.05', 1)` is `2.1`. */
export function roundDecimal(text: string, places: number): string {
  const value = parseDecimal(text)
  const units = value.places <= places ? widen(value, places) : roundHalfUp(value.units, 10n ** BigInt(value.places - places))
  const sign = units < 0n ? '-' : ''
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0')
  const cut = digits.length - places
  return sign + digits.slice(0, cut) + (places === 0 ? '' : `.${digits.slice(cut)}`)
}

/** Divides by a power of ten exactly: `shiftDecimal('52600000000', 8)` is `526`; negative powers multiply. */
export function shiftDecimal(text: string, powers: number): string {
  const value = parseDecimal(text)
  const places = Math.max(0, value.places + powers)
  return formatScaled({ units: widen(value, places - powers), places })
}

/** `a / b` rounded half up to `places` digits. */
export function divideDecimal(a: string, b: string, places: number): string {
  const [x, y] = [parseDecimal(a), parseDecimal(b)]
  const guard = places + 1
  const numerator = x.units * 10n ** BigInt(y.places + guard)
  const denominator = y.units * 10n ** BigInt(x.places)
  return roundDecimal(formatScaled({ units: numerator / denominator, places: guard }), places)
}
