import { describe, expect, it } from 'vitest'
import { citation, editionText, statedLine } from '#charts/sheet.ts'
import type { Snapshot } from '#contract/snapshot.ts'
import { fixtures } from '#mocks/fixtures/fixtures.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { validateDeck } from '#server/render/office/pptx/validate.ts'
import { all, walk } from '#server/render/office/pptx/validate/xml-read.ts'
import { THEME_IDS } from '#tokens/themes.ts'
import { deckOf, opened, readCharts, readSlides, scenesOf } from './decks.ts'
import { sdkFaults } from './open-xml-sdk.ts'
import { faultsOf } from './slide-faults.ts'

const snapshot = normal()

describe('a deck of the whole pack', () => {
  describe.each(Object.entries(fixtures))('with the fixture %s', (_, fixture) => {
    const view = fixture()
    const deck = deckOf(view, scenesOf(view))
    const read = opened(deck)
    const slides = readSlides(read)

    it('is whole', async () => {
      expect(validateDeck(deck)).toEqual([])
      expect(await sdkFaults(deck, 'pptx', 'Office2016')).toEqual([])
    })

    it('has nothing on another, over the foot, out of the page, or read after what stands under it', () => {
      expect(slides.length).toBeGreaterThan(10)
      const faults = slides.flatMap(({ path, title }, index) => {
        const slide = read.xml.get(path)
        return slide === undefined ? ['no slide'] : faultsOf(slide).map((fault) => `${index + 1} ${title}: ${fault}`)
      })
      expect(faults).toEqual([])
    })

    it('has no two slides of one title', () => {
      const titles = slides.map(({ title }) => title)
      expect(titles.filter((title, index) => title === '' || titles.indexOf(title) !== index)).toEqual([])
    })
  })

  it.each(THEME_IDS)('is whole in the theme %s', async (theme) => {
    const deck = deckOf(snapshot, scenesOf(snapshot, ['zonglan', 'huigui']), theme)
    expect(validateDeck(deck)).toEqual([])
    expect(await sdkFaults(deck, 'pptx', 'Office2016')).toEqual([])
  })

  it('is the same bytes each time', () => {
    const ids = ['zonglan', 'minzu']
    expect(Buffer.compare(deckOf(snapshot, scenesOf(snapshot, ids)), deckOf(snapshot, scenesOf(normal(), ids)))).toBe(0)
  })

  it('has a slide for every panel, with title, source, edition and status, and what the speaker must know', () => {
    for (const scene of scenesOf(snapshot)) {
      const slides = readSlides(opened(deckOf(snapshot, [scene])))
      const said = scene.panels.map(({ sheet }) => citation(sheet, `https://screen.example/?scene=${sheet.scene.id}`))
      for (const [index, { sheet }] of scene.panels.entries()) {
        const own = slides.filter(({ notes }) => notes.includes(`【引用】${said[index]}`))
        const known = [sheet.edition, ...(sheet.source === '' ? [] : [sheet.source]), ...(sheet.tags.demo === null ? [] : [sheet.tags.demo])]
        const whole = own.filter(
          ({ texts, notes }) => known.every((text) => texts.includes(text)) && sheet.definitions.every((line) => notes.includes(`【口径】${line}`))
        )
        expect(whole.length, `${scene.answer.scene.id} ${sheet.panel.id}`).toBeGreaterThan(0)
        // Two panels that are cited alike have their slides together.
        if (said.filter((one) => one === said[index]).length === 1) expect(whole).toEqual(own)
        expect(sheet.tags.demo ?? '演示').toContain('演示')
      }
    }
  })

  it('has labels on its maps that never break, in the middle of their boxes', () => {
    const { xml } = opened(deckOf(snapshot, scenesOf(snapshot, ['zonglan', 'huigui'])))
    const shapes = [...xml.values()].flatMap((part) => all(part, 'p:sp'))
    const labels = shapes.filter((shape) => all(shape, 'p:cNvPr')[0]?.attrs.get('name')?.endsWith(' 标注') === true)
    expect(labels.length).toBeGreaterThanOrEqual(12)
    for (const label of labels) {
      expect(all(label, 'a:bodyPr').map(({ attrs }) => [attrs.get('wrap'), attrs.get('anchor')])).toEqual([['none', 'ctr']])
      expect(new Set(all(label, 'a:pPr').map(({ attrs }) => attrs.get('algn')))).toEqual(new Set(['ctr']))
    }
  })

  it('opens each scene with status, period, source and edition of what it states', () => {
    const scenes = scenesOf(snapshot)
    const slides = readSlides(opened(deckOf(snapshot, scenes)))
    const opens = slides.filter(({ title }) => /^\d+\/\d+　/.test(title))
    expect(opens).toHaveLength(scenes.length)
    for (const [index, { answer }] of scenes.entries()) {
      const { texts = [], notes = [] } = opens[index] ?? {}
      expect(texts).toContain(editionText(answer, snapshot.document.info.timeZone))
      expect(notes.filter((line) => /^【(版次|引用)】/.test(line))).toHaveLength(2)
      if (statedLine(answer, answer.scene.brief?.headline) === null) continue
      expect(
        texts.some((text) => /^已发布.*\d{4}/.test(text)),
        answer.scene.id
      ).toBe(true)
      expect(texts.some((text) => text.startsWith('来源：')) && notes.some((line) => line.startsWith('【来源】')), answer.scene.id).toBe(true)
    }
  })

  it('says of words without figures where they are from, and that they are published', () => {
    const scenes = scenesOf(snapshot)
    const words = scenes
      .flatMap(({ panels }) => panels)
      .filter(({ sheet: { panel } }) => ['milestones', 'programme-list', 'village-glyph'].includes(panel.kind))
    const slides = readSlides(opened(deckOf(snapshot, scenes)))
    expect(words.length).toBeGreaterThan(6)
    for (const { sheet, table } of words) {
      const own = slides.filter(({ title, texts }) => title.startsWith(sheet.title) && texts.some((text) => text.includes(table.rows[0]?.[0] ?? '无')))
      expect(own.length, sheet.title).toBeGreaterThan(0)
      for (const { texts, notes } of own) {
        expect(texts).toEqual(expect.arrayContaining(['来源：衢州统一战线专版 2022-10', expect.stringMatching(/^(名称)?已发布$/)]))
        expect(notes).toContain('【来源】衢州统一战线专版 2022-10')
      }
    }
  })

  it('has demo figures striped or dashed, and never only in colour', () => {
    const { xml } = opened(deckOf(snapshot, scenesOf(snapshot, ['zonglan'])))
    const charts = [...xml.values()].filter(({ tag }) => tag === 'c:chartSpace')
    expect(charts.length).toBeGreaterThanOrEqual(5)
    for (const chart of charts) {
      const bars = all(chart, 'c:barChart').length > 0
      if (bars) expect(all(chart, 'a:pattFill').length).toBe(all(chart, 'c:dPt').length)
      else expect(all(chart, 'c:ser').flatMap((series) => all(series, 'a:prstDash').map(({ attrs }) => attrs.get('val')))).toContain('dash')
    }
  })

  it('draws each county of the map as a shape of its own, named by it', () => {
    const slide = [...opened(deckOf(snapshot, scenesOf(snapshot, ['zonglan']))).xml].find(
      ([path, root]) => /slides\/slide\d+\.xml$/.test(path) && all(root, 'a:custGeom').length > 0
    )
    const names =
      slide === undefined
        ? []
        : all(slide[1], 'p:sp')
            .filter((shape) => all(shape, 'a:custGeom').length > 0)
            .map((shape) => all(shape, 'p:cNvPr')[0]?.attrs.get('name'))
    for (const county of ['柯城区', '衢江区', '常山县', '开化县', '龙游县', '江山市']) expect(names.filter((name) => name === county)).toHaveLength(1)
    expect(slide === undefined ? 0 : all(slide[1], 'a:pattFill').length).toBeGreaterThanOrEqual(6)
  })

  it('says a phrase with its qualifier and unit, the number as a run of its own', () => {
    const { xml } = opened(deckOf(snapshot, scenesOf(snapshot, ['zonglan'])))
    const runs = [...xml.values()].flatMap((root) => all(root, 'a:p')).map((paragraph) => all(paragraph, 'a:t').map(({ text }) => text))
    expect(runs).toContainEqual(['526', '多', '亿', '元'])
  })

  it('draws pictures as vectors without letters of their own, with pixels behind them', () => {
    const { bytes, xml } = opened(deckOf(snapshot, scenesOf(snapshot, ['huigui'])))
    const vectors = [...bytes.keys()].filter((path) => path.endsWith('.svg'))
    expect(vectors.length).toBeGreaterThan(0)
    for (const path of vectors)
      expect([...walk(xml.get(path) ?? { tag: 'text', attrs: new Map(), children: [], text: '' })].map(({ tag }) => tag)).not.toContain('text')
    expect([...bytes.keys()].filter((path) => path.endsWith('.png'))).toHaveLength(vectors.length)
  })

  it('leaves what a pack says as it is, whatever that is', () => {
    const said = `<script>"&'=1+1]]>`
    const { info } = snapshot.document
    const odd: Snapshot = { ...snapshot, document: { ...snapshot.document, info: { ...info, title: said } } }
    const deck = deckOf(odd, scenesOf(odd, ['zonglan']))
    expect(validateDeck(deck)).toEqual([])
    expect(readSlides(opened(deck))[0]?.texts.join()).toContain(said)
  })

  it('says in words what its charts do not draw: who moved, whose line breaks and who is equal', () => {
    const read = opened(deckOf(snapshot, scenesOf(snapshot, ['zonglan', 'liangshai'])))
    const texts = readSlides(read).flatMap((slide) => slide.texts)
    const notes = readSlides(read).flatMap((slide) => slide.notes)
    expect([...texts, ...notes].filter((text) => text.includes('竖线为上月'))).toEqual([])
    const categories = readCharts(read).flatMap(({ series }) => series.flatMap((one) => one.categories))
    expect(categories.filter((text) => /^\d　.+　[▲▼]\d$/.test(text)).length).toBeGreaterThan(2)
    expect(texts).toEqual(expect.arrayContaining([expect.stringContaining('常山县2022年3月缺报'), expect.stringMatching(/2022年6月.+、.+并列第3/)]))
  })

  it('shows no rank where ranks are hidden', () => {
    const view = fixtures['hidden']?.()
    if (view === undefined) throw new Error('no fixture')
    const read = opened(deckOf(view, scenesOf(view, ['liangshai', 'zonglan'])))
    expect(
      readSlides(read)
        .flatMap(({ texts }) => texts)
        .filter((text) => /第\s?[1-6](?!\s*版)|名次变化/.test(text))
    ).toEqual([])
    expect(
      readCharts(read)
        .flatMap(({ series }) => series.map(({ name }) => name))
        .filter((name) => /名次|得分/.test(name))
    ).toEqual([])
  })
})
