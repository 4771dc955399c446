import { expect, it } from 'vitest'
import { recentlyUsed } from './recently-used.ts'

it('forgets what was used longest ago, by size', () => {
  const kept = recentlyUsed<string>(4, ({ length }) => length)
  kept.set('a', 'aa')
  kept.set('b', 'bb')
  kept.get('a')
  kept.set('c', 'c')
  expect(['a', 'b', 'c'].map(kept.get)).toEqual(['aa', undefined, 'c'])
  kept.set('d', 'too long for all')
  expect(['a', 'c', 'd'].map(kept.get)).toEqual([undefined, undefined, 'too long for all'])
})

it('forgets all when told to', () => {
  const kept = recentlyUsed<string>(4, ({ length }) => length)
  kept.set('a', 'aaaa')
  kept.clear()
  kept.set('b', 'bbbb')
  expect(['a', 'b'].map(kept.get)).toEqual([undefined, 'bbbb'])
})
