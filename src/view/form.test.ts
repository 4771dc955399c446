import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layoutFor } from '#view/form.ts'

describe('layoutFor', () => {
  it.each([
    [1920, 1080, 'wall', 16],
    [3840, 2160, 'wall', 32],
    [2560, 1440, 'wall', 21.333],
    [2560, 1080, 'wall', 16],
    [1366, 768, 'wall', 11.378],
    [1280, 720, 'wall', 10.667],
    [1920, 1200, 'wall', 16],
    [3440, 1440, 'wall', 21.333],
    [3840, 1080, 'ultrawide', 16],
    [5120, 1440, 'ultrawide', 21.333],
    [7680, 2160, 'ultrawide', 32],
    [3456, 1080, 'ultrawide', 16],
    [1180, 820, 'column', 16],
    [820, 1180, 'column', 16],
    [390, 844, 'column', 16],
    [1279, 700, 'column', 16],
    [1280, 854, 'column', 16],
    [1080, 1920, 'column', 16],
    [2160, 3840, 'column', 16],
    [1600, 1200, 'column', 16]
  ] as const)('%d x %d is %s', (width, height, form, rem) => {
    const layout = layoutFor(width, height)
    expect(layout.form).toBe(form)
    expect(layout.rem).toBeCloseTo(rem, 2)
  })

  it('fits the frame into every wall, and touches one pair of edges', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1280, max: 16_000 }), fc.integer({ min: 300, max: 9_000 }), (width, height) => {
        const { form, rem } = layoutFor(width, height)
        fc.pre(form !== 'column')
        const frame = { wall: 120, ultrawide: 216 }[form] * rem
        expect(frame).toBeLessThanOrEqual(width + 1e-6)
        expect(67.5 * rem).toBeLessThanOrEqual(height + 1e-6)
        expect(Math.min(width - frame, height - 67.5 * rem)).toBeLessThan(1e-6)
      })
    )
  })
})
