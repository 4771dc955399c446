import { describe, expect, it } from 'vitest'
import type { Snapshot } from '#contract/snapshot.ts'
import { fixtures } from '#mocks/fixtures/fixtures.ts'
import type { XmlNode } from '#server/render/office/pptx/validate/xml-read.ts'
import { deckOf, opened, readSlides, scenesOf } from './decks.ts'
import { faultsOf } from './slide-faults.ts'

function slidesOf(view: Snapshot): { readonly where: string; readonly slide: XmlNode }[] {
  const read = opened(deckOf(view, scenesOf(view)))
  return readSlides(read).flatMap(({ path, title }, index) => {
    const slide = read.xml.get(path)
    return slide === undefined ? [] : [{ where: `${index + 1} ${title}`, slide }]
  })
}

describe('the slides of a deck', () => {
  it.each(Object.entries(fixtures))('have nothing on another, over the foot or out of the page with the fixture %s', (_, fixture) => {
    const slides = slidesOf(fixture())
    expect(slides.length).toBeGreaterThan(10)
    expect(slides.flatMap(({ where, slide }) => faultsOf(slide).map((fault) => `${where}: ${fault}`))).toEqual([])
  })
})
