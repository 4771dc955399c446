import { expect, it } from 'vitest'
import type { Panel } from '#contract/scene.ts'
import { placesOf } from './places.ts'

type Slot = NonNullable<Panel['area']['column']>

const panel = (id: string, column: Slot): Panel => ({ id, kind: id, title: '', needs: [], area: { column } })
const ids = (panels: readonly Panel[]) => {
  const { figures, hero, rest } = placesOf(panels)
  return [figures.map(({ id }) => id), hero?.id, rest.map(({ id }) => id)]
}

it.each<[string, readonly Panel[], unknown]>([
  [
    'as they say',
    [panel('a', { order: 1, place: 'figures' }), panel('b', { order: 2, height: 9 }), panel('c', { order: 3, place: 'stage' })],
    [['a'], 'c', ['b']]
  ],
  [
    'the first that draws where none says so',
    [panel('a', { order: 1 }), panel('b', { order: 2, height: 9 }), panel('c', { order: 3, height: 9 })],
    [[], 'b', ['a', 'c']]
  ],
  ['not one that belongs in the sheet', [panel('a', { order: 1, height: 9, place: 'sheet' }), panel('b', { order: 2, height: 9 })], [[], 'b', ['a']]],
  ['all in the sheet where none draws', [panel('a', { order: 1 }), panel('b', { order: 2 })], [[], undefined, ['a', 'b']]]
])('panels stand %s', (_name, panels, places) => {
  expect(ids(panels)).toEqual(places)
})
