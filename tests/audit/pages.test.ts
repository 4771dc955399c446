import { describe, expect, it } from 'vitest'
import { THEME_IDS } from '#tokens/themes.ts'
import { matrix, rotation, SIZES, sizeText } from './pages.ts'

const names = (count: number): string[] => Array.from({ length: count }, (_name, index) => `s${index}`)

describe('rotation', () => {
  it.each([1, 2, 3, 5, 7, 10, 12])('of %i scenes shows each scene, size and theme', (count) => {
    const views = rotation(names(count))
    expect(views).toHaveLength(Math.max(count, SIZES.length))
    expect(new Set(views.map(({ scene }) => scene))).toEqual(new Set(names(count)))
    expect(new Set(views.map(({ size }) => sizeText(size)))).toEqual(new Set(SIZES.map(sizeText)))
    expect(new Set(views.map(({ theme }) => theme))).toEqual(new Set(THEME_IDS))
  })

  it('of no scene shows nothing', () => expect(rotation([])).toEqual([]))
})

it('the matrix holds every scene at every size in every theme', () => {
  const views = matrix({ scenes: names(10), sizes: SIZES, themes: THEME_IDS })
  expect(new Set(views.map(({ scene, size, theme }) => `${scene} ${sizeText(size)} ${theme}`)).size).toBe(150)
  expect(views).toHaveLength(150)
})
