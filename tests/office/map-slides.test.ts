import { describe, expect, it } from 'vitest'
import { boundariesAnswer, packAnswer, sceneAnswer } from '#contract/snapshot.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { deckScene, type DeckScene } from '#server/render/office/pptx/deck-panel.ts'
import { all, type XmlNode } from '#server/render/office/pptx/validate/xml-read.ts'
import { THEMES } from '#tokens/themes.ts'
import { deckOf, opened, paragraphsOf, readSlides } from './decks.ts'

const snapshot = normal()
const { info } = packAnswer(snapshot)

function sceneOf(id: string, region?: string): DeckScene {
  const answer = sceneAnswer(snapshot, { id, region })
  return deckScene({ answer, info, boundaries: boundariesAnswer(snapshot, { code: answer.root, context: '1' }) })
}

const nameOf = (shape: XmlNode): string => all(shape, 'p:cNvPr')[0]?.attrs.get('name') ?? ''
const shapesOf = (scene: DeckScene): XmlNode[] => [...opened(deckOf(snapshot, [scene])).xml.values()].flatMap((part) => all(part, 'p:sp'))

describe('a map on a slide', () => {
  it('says of a score that is estimated, or lacks a part, that it is, wherever it says it', () => {
    const deck = opened(deckOf(snapshot, [sceneOf('liangshai')]))
    const slide = readSlides(deck).find(({ title }) => title === '综合得分')
    const root = deck.xml.get(slide?.path ?? '')
    const shapes = root === undefined ? [] : all(root, 'p:sp')
    const label = shapes.find((shape) => nameOf(shape) === '常山县 标注')
    expect(label === undefined ? [] : paragraphsOf(label)).toEqual(['常山县', '84.7※'])
    const area = shapes.find((shape) => nameOf(shape) === '常山县')
    expect(area === undefined ? '' : all(area, 'p:cNvPr')[0]?.attrs.get('descr')).toContain('84.7分 估算※')
    expect(slide?.texts).toContain('※ 缺一项，折算')
    expect(slide?.notes.some((line) => line.startsWith('【要点】') && line.includes('84.7分 估算※'))).toBe(true)
  })

  it('outlines the county that it is about, and none where it is about all', () => {
    const looked = shapesOf(sceneOf('zonglan', '330881')).filter((shape) => nameOf(shape).endsWith(' 所选'))
    expect(looked.map(nameOf)).toEqual(['江山市 所选'])
    const stroke = looked.flatMap((shape) => all(shape, 'a:ln'))
    expect(stroke).toHaveLength(1)
    expect(stroke[0]?.attrs.get('w')).toBe(String(4 * 9525))
    expect(THEMES.paper.accent).not.toBe(THEMES.paper.mapEdge)
    expect(shapesOf(sceneOf('zonglan')).filter((shape) => nameOf(shape).endsWith(' 所选'))).toEqual([])
  })
})
