import { expect, it } from 'vitest'
import { findingsOf } from './findings.ts'
import { boxAt, madeText } from './made-text.ts'

const SIZE = { width: 1920, height: 1080 }

it('holds a page against every rule at once', () => {
  const texts = [
    madeText(),
    madeText({ text: '名', box: boxAt(110, 110, 60, 20) }),
    madeText({ box: boxAt(1900, 500, 60, 20) }),
    madeText({ box: boxAt(500, 500, 60, 20), fontPx: 12 })
  ]
  const states = [
    { panel: 'map', state: 'live' },
    { panel: 'loans', state: 'error' }
  ]
  expect(findingsOf({ texts, states }, SIZE).map(({ rule }) => rule)).toEqual(['state', 'overlap', 'clipped', 'small'])
  expect(findingsOf({ texts: [madeText()], states: states.slice(0, 1) }, SIZE)).toEqual([])
})

it('a page that shows no text or no panel is wrong', () => {
  expect(findingsOf({ texts: [], states: [{ panel: 'map', state: 'live' }] }, SIZE).map(({ rule }) => rule)).toEqual(['state'])
  expect(findingsOf({ texts: [madeText()], states: [] }, SIZE).map(({ rule }) => rule)).toEqual(['state'])
})
