import { describe, expect, it } from 'vitest'
import { normal } from '#mocks/fixtures/normal.ts'
import { reported } from '#mocks/fixtures/reported.ts'
import type { Snapshot } from '#contract/snapshot.ts'
import type { DeckPanel, DeckScene } from '#server/render/office/pptx/deck-panel.ts'
import { makeDeck } from '#server/render/office/pptx/make-deck.ts'
import { packAnswer } from '#contract/snapshot.ts'
import { all, type XmlNode } from '#server/render/office/pptx/validate/xml-read.ts'
import { phraseText } from '#tests/carried/plain-format.ts'
import { opened, paragraphsOf, pens, readSlides, scenesOf } from './decks.ts'

const bare = (text: string): string => text.replaceAll(/[\s,]/g, '')

interface Said {
  readonly where: string
  /** What stands on one slide by itself, in texts, cells and labels: the title, which sums up, is not among them. */
  readonly texts: readonly string[]
  /** What its picture says in outlines, in one run. */
  readonly picture: string
}

const ABOUT = new Set(['标题', '来源与版次', '页码', '期间与状态'])
/** Of slides that are no panel's: the cover, what opens a scene, sources. */
const OTHER = /^(副标题|目录|来源与口径 \d)$/
const nameOf = (shape: XmlNode): string => all(shape, 'p:cNvPr')[0]?.attrs.get('name') ?? ''

/** A deck of one panel, and every piece of text that its picture was lettered with. */
function saidOf(view: Snapshot, scene: DeckScene, panel: DeckPanel): Said[] {
  const lettered: string[] = []
  const letterer = { ...pens.letterer, drawable: (text: string) => (lettered.push(text), pens.letterer.drawable(text)) }
  const order = { scenes: [{ ...scene, panels: [panel] }], info: packAnswer(view).info, theme: 'paper', addressOf: () => '/' } as const
  const deck = opened(makeDeck(order, { ...pens, letterer }))
  return readSlides(deck).flatMap(({ path, title, tables }) => {
    const root = deck.xml.get(path)
    const named = root === undefined ? [] : all(root, 'p:sp')
    if (named.some((shape) => OTHER.test(nameOf(shape)))) return []
    const shapes = named.filter((shape) => !ABOUT.has(nameOf(shape)))
    const charts = deck.relations.flatMap(({ from, type, target }) => (from === path && type === 'chart' ? [target] : []))
    const labels = charts.flatMap((chart) => all(deck.xml.get(chart) ?? { tag: '', attrs: new Map(), children: [], text: '' }, 'c:rich').flatMap(paragraphsOf))
    const pictured = root !== undefined && all(root, 'p:pic').length > 0
    return {
      where: `${scene.answer.scene.id} ${title}`,
      texts: [...shapes.flatMap(paragraphsOf), ...tables.flat(2), ...labels].map(bare),
      picture: pictured ? bare(lettered.join('')) : ''
    }
  })
}

/** How often a phrase stands by itself, or with a word of its own behind it; in a picture wherever it is no part of another number. */
function timesOf(phrase: string, { texts, picture }: Said, tails: readonly string[]): number {
  const alone = texts.filter((text) => text === phrase || tails.some((tail) => text === phrase + tail)).length
  const parts = picture.split(phrase)
  return alone + parts.slice(1).filter((_, index) => !/[\d.]$/.test(parts[index] ?? '')).length
}

interface Facts {
  readonly said: readonly Said[]
  readonly phrases: readonly { readonly text: string; readonly count: number }[]
  readonly tails: readonly string[]
}

/** Each phrase of the published figures of a panel, and how many of them read so. */
function factsOf(view: Snapshot, scene: DeckScene, panel: DeckPanel): Facts {
  const published = panel.sheet.figures.filter(({ observation: { origin, obsValue } }) => origin === 'published' && obsValue !== null)
  const texts = published.map(({ observation, indicator }) => bare(phraseText(observation, indicator)))
  const phrases = [...new Set(texts)].map((text) => ({ text, count: texts.filter((other) => other === text).length }))
  const tails = (panel.native?.figures ?? []).flatMap(({ tail = '' }) => (tail === '' ? [] : [bare(tail)]))
  return { said: saidOf(view, scene, panel), phrases, tails }
}

const twice = ({ said, phrases, tails }: Facts): string[] =>
  said.flatMap((slide) => phrases.flatMap(({ text, count }) => (timesOf(text, slide, tails) > count ? [`${slide.where}: ${text}`] : [])))

describe('a published figure', () => {
  const facts = [normal(), reported()].flatMap((view) => scenesOf(view).flatMap((scene) => scene.panels.map((panel) => factsOf(view, scene, panel))))

  it('is said once on a slide: by its picture, or beside it', () => {
    expect(facts.flatMap(twice)).toEqual([])
  })

  it('would be found if anything said it once more', () => {
    const seen = facts.flatMap(({ said, phrases, tails }) =>
      said.flatMap((slide) => phrases.flatMap(({ text, count }) => (timesOf(text, slide, tails) === count ? [{ slide, text, count }] : [])))
    )
    expect(seen.length).toBeGreaterThan(150)
    const missed = (change: (slide: Said, text: string) => Said): string[] =>
      seen.flatMap(({ slide, text, count }) => (timesOf(text, change(slide, text), []) > count - 1 ? [] : [`${slide.where}: ${text}`]))
    expect(missed((slide, text) => ({ ...slide, texts: [...slide.texts, text] }))).toEqual([])
    expect(missed((slide, text) => ({ ...slide, picture: `${slide.picture}图${text}` }))).toEqual([])
  })

  it('is looked for in what pictures are lettered with', () => {
    const pictures = facts.flatMap(({ said }) => said.flatMap(({ where, picture }) => (picture === '' ? [] : [`${where}: ${picture}`])))
    expect(pictures.some((text) => text.startsWith('huigui') && text.includes('超1200亿元'))).toBe(true)
    expect(pictures.some((text) => text.includes('第一届') && !text.includes('3届第一届'))).toBe(true)
  })
})
