import { expect, it } from 'vitest'
import { tinyFigure, tinyPack } from '#server/testing/tiny-pack.ts'
import { packDelta, packHash } from './pack-delta.ts'

it('holds what is new or changed, and what is gone', () => {
  const [kept, changed, gone, fresh] = [
    tinyFigure(),
    tinyFigure({ timePeriod: '2022' }),
    tinyFigure({ timePeriod: '2021' }),
    tinyFigure({ timePeriod: '2023' })
  ]
  const after = { ...changed, obsValue: '168' }
  expect(packDelta([kept, changed, gone], [fresh, kept, after])).toEqual([
    { action: 'replace', observation: fresh },
    { action: 'replace', observation: after },
    { action: 'delete', observation: gone }
  ])
})

it('does not mind the order of fields', () => {
  const { indicator, ...rest } = tinyFigure()
  expect(packDelta([tinyFigure()], [{ ...rest, indicator }])).toEqual([])
})

it('is found necessary by a hash that any change of the pack changes', () => {
  const pack = tinyPack()
  expect(packHash(pack)).toBe(packHash(tinyPack()))
  pack.document.info.title = '改名'
  expect(packHash(pack)).not.toBe(packHash(tinyPack()))
})
