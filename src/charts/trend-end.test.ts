import { describe, expect, it } from 'vitest'
import { endText } from '#charts/trend-end.ts'
import { model, options } from '#charts/trend.ts'
import type { Observation } from '#contract/observation.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { changed, dataOf } from '#tests/support/panel-data.ts'
import { sceneOf } from '#tests/support/scene-of.ts'

const end = (change: (o: Observation) => Observation | null = (o) => o): string =>
  endText(model(dataOf(sceneOf(changed(normal(), change), 'lianyi'), 'visitors', options)))
const total = (more: Partial<Observation>) => (o: Observation) => (o.indicator === 'zj.visitors' && o.origin === 'published' ? { ...o, ...more } : o)

describe("what stands at a line's end", () => {
  it('is the published phrase where demo runs up to a figure that is no exact number', () => {
    expect(end()).toBe('1.2万余')
  })

  it('is the sum where the figure is exact, of another month, or not there, and where months are reported', () => {
    expect(end(total({ bound: 'exact', qualifier: undefined }))).toBe('12,040')
    expect(end(total({ timePeriod: '../2022-09' }))).toBe('12,040')
    expect(end((o) => (o.indicator === 'zj.visitors' && o.origin === 'published' ? null : o))).toBe('12,040')
    expect(end((o) => (o.indicator === 'zj.visitors' && o.origin === 'demo' ? { ...o, origin: 'reported' } : o))).toBe('12,040')
  })

  it('is nothing without a month', () => {
    expect(end((o) => (o.indicator === 'zj.visitors' && o.freq === 'M' ? null : o))).toBe('')
  })
})
