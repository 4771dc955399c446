import { describe, expect, it } from 'vitest'
import { LOCATOR, locatorOf, type Locator } from '#charts/locator.ts'
import type { Feature, FeatureCollection } from '#contract/pack.ts'
import { countyCode, madeUpPack } from '#tests/support/made-up-pack.ts'
import { must } from '#tests/support/panel-data.ts'

const boundariesOf = (counties: number): FeatureCollection => madeUpPack(counties, []).document.boundaries
const numbers = ({ areas }: Locator): number[][] => areas.map(({ path }) => [...path.matchAll(/-?[\d.]+/g)].map(Number))
const within = (values: readonly number[]): { x: number[]; y: number[] } => ({
  x: values.filter((_, index) => index % 2 === 0),
  y: values.filter((_, index) => index % 2 === 1)
})

describe('a locator', () => {
  it.each([3, 6, 11])('draws %d areas inside its box with one of them lit', (count) => {
    const locator = must(locatorOf(boundariesOf(count), countyCode(1)))
    expect(locator.areas).toHaveLength(count)
    expect(locator.areas.filter(({ lit }) => lit).map(({ code }) => code)).toEqual([countyCode(1)])
    const { x, y } = within(numbers(locator).flat())
    expect(Math.min(...x)).toBeGreaterThanOrEqual(LOCATOR.inset)
    expect(Math.max(...x)).toBeLessThanOrEqual(LOCATOR.width - LOCATOR.inset)
    expect(Math.min(...y)).toBeGreaterThanOrEqual(LOCATOR.inset)
    expect(Math.max(...y)).toBeLessThanOrEqual(LOCATOR.height - LOCATOR.inset)
  })

  it('keeps the shape: a degree of longitude is shorter than one of latitude', () => {
    const { x, y } = within(must(numbers(must(locatorOf(boundariesOf(1), countyCode(0))))[0]))
    const aspect = (Math.max(...x) - Math.min(...x)) / (Math.max(...y) - Math.min(...y))
    expect(aspect).toBeCloseTo(Math.cos((28.15 * Math.PI) / 180), 2)
  })

  it('puts north up and east to the right', () => {
    const [first, second, , , below] = numbers(must(locatorOf(boundariesOf(8), countyCode(0)))).map(within)
    expect(Math.min(...must(second).x)).toBeGreaterThan(Math.min(...must(first).x))
    expect(Math.min(...must(below).y)).toBeLessThan(Math.min(...must(first).y))
  })

  it('is none without the area or without boundaries', () => {
    expect(locatorOf(boundariesOf(3), '999999')).toBeNull()
    expect(locatorOf(undefined, countyCode(0))).toBeNull()
  })

  it('leaves out what is no area', () => {
    const boundaries = boundariesOf(2)
    const outline: Feature = { ...must(boundaries.features[0]), properties: { kind: 'outline' } }
    expect(locatorOf({ ...boundaries, features: [...boundaries.features, outline] }, countyCode(0))?.areas).toHaveLength(2)
  })
})
