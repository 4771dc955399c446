import { describe, expect, it } from 'vitest'
import { canEnter, pathTo } from '#contract/region-tree.ts'
import { COUNTY, deepPack } from '#tests/support/deep-pack.ts'

const { regions } = deepPack().document
const codes = (code: string, top: string): string[] => pathTo(regions, code, top).map((region) => region.code)

describe('the way down to a region', () => {
  it.each([
    ['330800', '330800', ['330800']],
    ['330881', '330800', ['330800', '330881']],
    ['330892', '330800', ['330800', '330881', '330892']],
    ['330892', '330881', ['330881', '330892']],
    ['330892', '330000', ['330000', '330800', '330881', '330892']]
  ])('%s below %s', (code, top, path) => {
    expect(codes(code, top)).toEqual(path)
  })

  it.each([
    ['330000', '330800'],
    ['330824', '330881'],
    ['110000', '330800'],
    ['330881', '110000']
  ])('there is none to %s below %s', (code, top) => {
    expect(codes(code, top)).toEqual([])
  })

  it('ends where regions are above each other in a ring', () => {
    const ring = regions.map((region) => (region.code === '330800' ? { ...region, parent: '330881' } : region))
    expect(pathTo(ring, '330892', '330000')).toEqual([])
  })
})

it('tells which regions have parts', () => {
  expect(regions.map(({ code }) => code).filter((code) => canEnter(regions, code))).toEqual(['330000', '330800', COUNTY])
})
