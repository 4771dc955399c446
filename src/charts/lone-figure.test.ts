import { expect, it } from 'vitest'
import { model, options, summary, table, type LoneFigureModel } from '#charts/lone-figure.ts'
import type { Observation } from '#contract/observation.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { changed, dataOf } from '#tests/support/panel-data.ts'
import { sceneOf } from '#tests/support/scene-of.ts'

const figureOf = (more: Partial<Observation> | null, own: object = {}): LoneFigureModel | null => {
  const snapshot = changed(normal(), (o) => (o.indicator !== 'st.funds' ? o : more === null ? null : { ...o, ...more }))
  return model(dataOf(sceneOf(snapshot, 'shitang'), 'funds', options, { options: { indicator: 'st.funds', ...own } }))
}

it('says of a magnitude that it has no chart and no rank', () => {
  expect(figureOf({})?.note).toBe('原文只给到量级，不作图、不排名')
  expect(figureOf({ bound: 'over' })?.note).toBe('')
  expect(figureOf({ bound: 'over', note: '含企业捐赠' })?.note).toBe('含企业捐赠')
  expect(figureOf({}, { note: '别的话' })?.note).toBe('别的话')
  expect(figureOf(null)).toBeNull()
})

it('is a phrase without a numeral, in words too', () => {
  const figure = figureOf({})
  expect(figure === null ? '' : summary(figure)).toBe('乡贤筹措资金上千万元，原文只给到量级，不作图、不排名')
  expect(figure === null ? [] : table(figure).rows).toEqual([['乡贤筹措资金', '上千万元', '截至2022年10月', '已发布', '原文只给到量级，不作图、不排名']])
})
