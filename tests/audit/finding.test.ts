import { expect, it } from 'vitest'
import { findingAbout, findingOn, findingText } from './finding.ts'
import { madeText } from './made-text.ts'

it('a finding reads as one line with panels, texts, boxes and px', () => {
  const finding = findingOn([madeText(), madeText({ text: '6,980', panel: 'kpi' })], { rule: 'overlap', px: 4.04, why: 'two texts lie over each other' })
  expect(findingText(finding)).toBe('overlap   map + kpi  "江山市" [100 100 60x20]  "6,980" [100 100 60x20]  4 px: two texts lie over each other')
  expect(findingText(findingAbout('state', 'loans', 'the panel is in the state error'))).toBe('state     loans  the panel is in the state error')
})
