import { describe, expect, it } from 'vitest'
import { normal } from '#mocks/fixtures/normal.ts'
import { all, type XmlNode } from '#server/render/office/pptx/validate/xml-read.ts'
import { deckOf, opened, readSlides, scenesOf } from './decks.ts'

const snapshot = normal()
const scenes = scenesOf(snapshot)
const read = opened(deckOf(snapshot, scenes))
const slides = readSlides(read)

/** Drawn shapes have words or say that they only adorn; what shows data always has words. */
function wordless(slide: XmlNode): string[] {
  const shown = [...all(slide, 'p:pic'), ...all(slide, 'p:graphicFrame')].flatMap((node) => all(node, 'p:cNvPr'))
  const drawn = [...all(slide, 'p:sp'), ...all(slide, 'p:grpSp')].filter((node) => all(node, 'a:t').length === 0).flatMap((node) => all(node, 'p:cNvPr'))
  const said = (node: XmlNode): boolean => (node.attrs.get('descr') ?? '').trim() !== ''
  const adorns = (node: XmlNode): boolean => all(node, 'adec:decorative').length > 0
  return [...shown.filter((node) => !said(node)), ...drawn.filter((node) => !said(node) && !adorns(node))].map((node) => node.attrs.get('name') ?? '')
}

describe('a deck in its outline', () => {
  it.each(scenes.map(({ answer }) => answer.scene.id))('of the scene %s alone has no two slides of one title', (id) => {
    const titles = readSlides(opened(deckOf(snapshot, scenesOf(snapshot, [id])))).map(({ title }) => title)
    expect(titles.filter((title, index) => title === '' || titles.indexOf(title) !== index)).toEqual([])
  })

  it('has a section for each scene, with all slides in their order', () => {
    const presentation = read.xml.get('ppt/presentation.xml')
    const sections = presentation === undefined ? [] : all(presentation, 'p14:section')
    expect(sections.map(({ attrs }) => attrs.get('name'))).toEqual(['封面', ...scenes.map(({ answer }) => answer.scene.title), '来源与口径'])
    expect(new Set(sections.map(({ attrs }) => attrs.get('id'))).size).toBe(sections.length)
    const listed = presentation === undefined ? [] : all(presentation, 'p:sldId').map(({ attrs }) => attrs.get('id'))
    expect(sections.flatMap((section) => all(section, 'p14:sldId').map(({ attrs }) => attrs.get('id')))).toEqual(listed)
  })

  it('opens each section with which of how many scenes it is, what it states and what follows', () => {
    for (const [index, { answer, panels }] of scenes.entries()) {
      const opening = slides.find(({ title }) => title === `${index + 1}/${scenes.length}　${answer.scene.title}`)
      expect(opening?.texts).toEqual(expect.arrayContaining(panels.map(({ sheet }) => sheet.title)))
    }
  })

  it('of one scene has neither sections nor an opening', () => {
    const one = opened(deckOf(snapshot, scenesOf(snapshot, ['huigui'])))
    expect([...one.xml.values()].flatMap((root) => all(root, 'p14:section'))).toEqual([])
    expect(readSlides(one).filter(({ title }) => title.startsWith('1/1'))).toEqual([])
  })

  it('says all pictures, charts and tables in words, and what the speaker must know of each slide', () => {
    expect(
      slides.flatMap(({ path, title }) =>
        wordless(read.xml.get(path) ?? { tag: '', attrs: new Map(), children: [], text: '' }).map((name) => `${title}: ${name}`)
      )
    ).toEqual([])
    expect(slides.filter(({ notes }) => notes.join('').trim() === '').map(({ title }) => title)).toEqual([])
  })
})
