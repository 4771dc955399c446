import type { Screen } from '#tests/audit/screen.ts'
import { chartTexts } from './chart-texts.ts'
import { domTexts } from './dom-texts.ts'

declare global {
  var __readScreen: (() => Screen) | undefined
}

const states = (): Screen['states'] =>
  [...document.querySelectorAll<HTMLElement>('[data-panel]')].map(({ dataset }) => ({ panel: dataset.panel ?? '', state: dataset.panelState ?? '' }))

globalThis.__readScreen = () => ({ texts: [...domTexts(), ...chartTexts()], states: states() })
