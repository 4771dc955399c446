import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDecimal,
  compareDecimal,
  divideDecimal,
  formatScaled,
  isDecimal,
  multiplyDecimal,
  parseDecimal,
  roundDecimal,
  shiftDecimal,
  sumDecimals
} from '#contract/decimal.ts'

const PLACES = 8
const LIMIT = 10n ** 24n

/** A number as units of 10^-8, and any text that means it. */
const scaled = fc.bigInt({ min: -LIMIT, max: LIMIT })
const textOf = (units: bigint): string => {
  const digits = (units < 0n ? -units : units).toString().padStart(PLACES + 1, '0')
  return `${units < 0n ? '-' : ''}${digits.slice(0, -PLACES)}.${digits.slice(-PLACES)}`
}
/** Back to units of 10^-places by moving the point by hand. */
const unitsOf = (text: string, places = PLACES): bigint => {
  const [whole = '', fraction = ''] = text.replace('-', '').split('.')
  const units = BigInt(whole + fraction.padEnd(places, '0'))
  return text.startsWith('-') ? -units : units
}
const absolute = (value: bigint): bigint => (value < 0n ? -value : value)

describe('addDecimal and sumDecimals', () => {
  it('has no float error', () => {
    expect(addDecimal('0.1', '0.2')).toBe('0.3')
    expect(sumDecimals(Array.from({ length: 10 }, () => '0.1'))).toBe('1')
    expect(sumDecimals([])).toBe('0')
  })

  it('adds like integers', () => {
    fc.assert(fc.property(scaled, scaled, (a, b) => unitsOf(addDecimal(textOf(a), textOf(b))) === a + b))
  })

  it('does not depend on the order', () => {
    fc.assert(
      fc.property(fc.array(scaled, { maxLength: 12 }), (values) => {
        expect(sumDecimals(values.map(textOf))).toBe(sumDecimals(values.toReversed().map(textOf)))
      })
    )
  })
})

describe('multiplyDecimal', () => {
  it('multiplies like integers', () => {
    fc.assert(fc.property(scaled, scaled, (a, b) => unitsOf(multiplyDecimal(textOf(a), textOf(b)), PLACES * 2) === a * b))
  })
})

describe('compareDecimal', () => {
  it('orders like integers', () => {
    fc.assert(fc.property(scaled, scaled, (a, b) => compareDecimal(textOf(a), textOf(b)) === (a < b ? -1 : a > b ? 1 : 0)))
  })

  it('sees no difference in how a number is written', () => {
    expect(compareDecimal('1.50', '1.5')).toBe(0)
    expect(compareDecimal('-0', '0.00')).toBe(0)
    expect(compareDecimal('10', '9')).toBe(1)
  })
})

describe('roundDecimal', () => {
  it.each([
    ['2.05', 1, '2.1'],
    ['2.04', 1, '2.0'],
    ['-2.05', 1, '-2.1'],
    ['0.5', 0, '1'],
    ['-0.5', 0, '-1'],
    ['-0.4', 0, '0'],
    ['-0.04', 1, '0.0'],
    ['999.95', 1, '1000.0'],
    ['1.005', 2, '1.01'],
    ['7', 2, '7.00'],
    ['84.6666', 1, '84.7'],
    ['0', 0, '0']
  ] as const)('%s to %d digits is %s', (text, places, rounded) => {
    expect(roundDecimal(text, places)).toBe(rounded)
  })

  it('is the nearest step, and half goes away from zero', () => {
    fc.assert(
      fc.property(scaled, fc.integer({ min: 0, max: PLACES }), (value, places) => {
        const step = 10n ** BigInt(PLACES - places)
        const rounded = unitsOf(roundDecimal(textOf(value), places), places) * step
        expect(2n * absolute(rounded - value)).toBeLessThanOrEqual(step)
        if (2n * absolute(rounded - value) === step && step > 1n) expect(absolute(rounded)).toBeGreaterThan(absolute(value))
      })
    )
  })
})

describe('divideDecimal', () => {
  it.each([
    ['76.2', '0.9', 1, '84.7'],
    ['1', '3', 4, '0.3333'],
    ['2', '3', 0, '1'],
    ['-1', '8', 2, '-0.13'],
    ['1', '-8', 2, '-0.13'],
    ['5', '10', 0, '1'],
    ['0', '7', 1, '0.0']
  ] as const)('%s / %s to %d digits is %s', (a, b, places, quotient) => {
    expect(divideDecimal(a, b, places)).toBe(quotient)
  })

  it('is within half a step of the true quotient', () => {
    fc.assert(
      fc.property(
        scaled,
        scaled.filter((value) => value !== 0n),
        fc.integer({ min: 0, max: 6 }),
        (a, b, places) => {
          const units = unitsOf(divideDecimal(textOf(a), textOf(b), places), places)
          expect(2n * absolute(units * b - a * 10n ** BigInt(places))).toBeLessThanOrEqual(absolute(b))
        }
      )
    )
  })

  it('does not divide by zero', () => {
    expect(() => divideDecimal('1', '0.0', 1)).toThrow(RangeError)
  })
})

describe('shiftDecimal', () => {
  it('moves the point', () => {
    expect(shiftDecimal('52600000000', 8)).toBe('526')
    expect(shiftDecimal('35.82', -8)).toBe('3582000000')
    expect(shiftDecimal('-5', 1)).toBe('-0.5')
  })

  it('undoes itself', () => {
    fc.assert(
      fc.property(
        scaled,
        fc.integer({ min: -12, max: 12 }),
        (value, powers) => compareDecimal(shiftDecimal(shiftDecimal(textOf(value), powers), -powers), textOf(value)) === 0
      )
    )
  })
})

describe('parseDecimal', () => {
  it.each(['', '.', '.5', '5.', '+1', '1e3', '1,000', ' 1', '1 ', '１', 'NaN', '--1', '0x10', '1.2.3'])('refuses %j', (text) => {
    expect(isDecimal(text)).toBe(false)
    expect(() => parseDecimal(text)).toThrow(RangeError)
  })

  it('is undone by formatScaled, but for zeros at the end', () => {
    fc.assert(
      fc.property(scaled, (value) => {
        const text = formatScaled(parseDecimal(textOf(value)))
        expect(unitsOf(text)).toBe(value)
        expect(text).not.toMatch(/\.\d*0$|\.$|^-0$/)
      })
    )
  })
})
