import type { Screen } from '#tests/audit/screen.ts'
import { chartTexts } from './chart-texts.ts'
import { domTexts } from './dom-texts.ts'
import { newReading } from './per-reading.ts'

declare global {
  var __readScreen: (() => Screen) | undefined
}

const states = (): Screen['states'] =>
  [...document.querySelectorAll<HTMLElement>('[data-panel]')].map(({ dataset }) => ({ panel: dataset.panel ?? '', state: dataset.panelState ?? '' }))

globalThis.__readScreen = () => {
  newReading()
  return { texts: [...domTexts(), ...chartTexts()], states: states() }
}
