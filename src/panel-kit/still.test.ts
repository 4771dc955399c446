import { expect, it } from 'vitest'
import { model, options } from '#charts/county-map.ts'
import { option } from '#charts/county-map-option.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { still } from '#panel-kit/still.ts'
import { context, dataOf } from '#tests/support/panel-data.ts'
import { seriesOf } from '#tests/support/render-items.ts'

it('takes the motion out of the whole option and of each series', () => {
  const map = option(model(dataOf(normal(), 'map', options)), { ...context(), fit: { top: 0, bottom: 0, width: 40 }, selected: undefined, leastLabel: 0.6 })
  expect(map.animation).toBe(true)
  const calm = still({ ...map, series: seriesOf(map).map((series) => ({ ...series, animation: true })) })
  expect(calm.animation).toBe(false)
  expect(seriesOf(calm).map((series) => ('animation' in series ? series.animation : undefined))).toEqual(seriesOf(map).map(() => false))
  expect(seriesOf(calm).map(({ id }) => id)).toEqual(seriesOf(map).map(({ id }) => id))
})

it('leaves an option without series or with a single one what it is', () => {
  expect(still({ title: {} })).toEqual({ title: {}, animation: false })
  expect(still({ series: { type: 'line' } })).toEqual({ series: { type: 'line', animation: false }, animation: false })
})
