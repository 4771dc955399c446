import { describe, expect, it } from 'vitest'
import { plainRows } from '#modes/wall/plain-rows.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { answerOf } from '#tests/support/panel-data.ts'

describe('plainRows', () => {
  const answer = answerOf(normal())

  it('has every published figure of the whole with qualifier, unit, scope, period, status and source', () => {
    const members = plainRows([answer]).find(({ name }) => name.includes('新乡贤'))
    expect(members).toMatchObject({ figure: '3万余名', about: expect.stringMatching(/^全市 · .*2022年10月.* · 已发布 · \S+/) })
  })

  it('has nothing of a demonstration, and no figure twice', () => {
    const [once, twice] = [plainRows([answer]), plainRows([answer, answer])]
    expect(once.length).toBeGreaterThan(5)
    expect(twice).toEqual(once)
    expect(once.filter(({ about }) => about.includes('演示'))).toEqual([])
  })
})
