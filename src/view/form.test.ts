import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layoutFor } from '#view/form.ts'

describe('layoutFor', () => {
  it.each([
    [1920, 1080, 'wall', 16, 'wall'],
    [3840, 2160, 'wall', 32, 'wall'],
    [2560, 1440, 'wall', 21.333, 'wall'],
    [2560, 1080, 'wall', 16, 'wall'],
    [1366, 768, 'wall', 11.378, 'wall'],
    [1280, 720, 'wall', 10.667, 'wall'],
    [1920, 1200, 'wall', 16, 'wall'],
    [3440, 1440, 'wall', 21.333, 'wall'],
    [3840, 1080, 'ultrawide', 16, 'wall'],
    [5120, 1440, 'ultrawide', 21.333, 'wall'],
    [7680, 2160, 'ultrawide', 32, 'wall'],
    [3456, 1080, 'ultrawide', 16, 'wall'],
    [1180, 820, 'column', 12.5, 'landscape'],
    [820, 1180, 'column', 12.5, 'portrait'],
    [390, 844, 'column', 16, 'phone'],
    [1279, 700, 'column', 12.5, 'landscape'],
    [1280, 854, 'column', 13.018, 'landscape'],
    [1080, 1920, 'column', 16.463, 'portrait'],
    [2160, 3840, 'column', 32.927, 'portrait'],
    [1600, 1200, 'column', 16.949, 'landscape'],
    [1024, 768, 'column', 12.5, 'landscape'],
    [744, 1133, 'column', 12.5, 'portrait'],
    [360, 740, 'column', 16, 'phone'],
    [844, 390, 'column', 16, 'phone']
  ] as const)('%d x %d is %s', (width, height, form, rem, frame) => {
    const layout = layoutFor(width, height)
    expect([layout.form, layout.frame]).toEqual([form, frame])
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
