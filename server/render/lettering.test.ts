import { describe, expect, it } from 'vitest'
import type { FaceFile } from './faces.ts'
import { letterer } from './lettering.ts'

const face = (family: string, weight: number, characters: string, rare = false): FaceFile => ({
  family,
  weight,
  rare,
  path: `${family} ${weight}`,
  ascent: 1000,
  descent: 200,
  advances: new Map(Array.from(characters, (character) => [character.codePointAt(0) ?? 0, character > '\u2E7F' ? 1000 : 500]))
})

const files = [
  face('Noto Sans SC', 400, '年月衢a12 '),
  face('Noto Sans SC', 400, '罕', true),
  face('Noto Sans SC', 600, '年月'),
  face('Noto Serif SC', 700, '册'),
  face('Barlow Condensed', 500, '12 '),
  face('Barlow Semi Condensed', 400, '12 ')
]
const { runs, measure } = letterer({ id: 'test', files })
const told = (text: string, font: 'num' | 'inline' | 'sans' | 'serif', weight: 400 | 500 | 600 | 700) =>
  runs(text, { font, weight }).map((run) => `${run.text}@${run.face.path}`)

describe('runs', () => {
  it('give each stretch to the first family that has it', () => {
    expect(told('1月2', 'inline', 400)).toEqual(['1@Barlow Semi Condensed 400', '月@Noto Sans SC 400', '2@Barlow Semi Condensed 400'])
  })

  it('take the nearest weight there is', () => {
    expect(told('1月', 'num', 600)).toEqual(['1@Barlow Condensed 500', '月@Noto Sans SC 600'])
    expect(told('月', 'sans', 500)).toEqual(['月@Noto Sans SC 400'])
  })

  it('find rare characters, and those of no family of the stack in any', () => {
    expect(told('罕', 'num', 500)).toEqual(['罕@Noto Sans SC 400'])
    expect(told('册', 'sans', 400)).toEqual(['册@Noto Serif SC 700'])
  })

  it('keep a space with the word before it', () => {
    expect(told('月 1', 'inline', 400)).toEqual(['月 @Noto Sans SC 400', '1@Barlow Semi Condensed 400'])
  })
})

it('measures by the advances of each', () => {
  expect(measure('1月', { font: 'inline', weight: 400, size: 20 })).toBe(30)
  expect(measure('', { font: 'inline', weight: 400, size: 20 })).toBe(0)
})
