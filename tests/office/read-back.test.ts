import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { normal } from '#mocks/fixtures/normal.ts'
import { all, readXml, walk, type XmlNode } from '#server/render/office/pptx/validate/xml-read.ts'
import { deckOf, opened, readCharts, readSlides, scenesOf } from './decks.ts'
import { convert, keepPages, pagesOf } from './office-program.ts'
import { tornFigures, wordFaults, wordsOf } from './pdf-words.ts'

const FOLDER = 'artifacts/pptx'
const snapshot = normal()

const textIn = (node: XmlNode): string => node.text + node.children.map(textIn).join('')
const bare = (text: string): string => text.replaceAll(/\s/g, '')

describe('LibreOffice reads a deck', () => {
  const deck = deckOf(snapshot, scenesOf(snapshot, ['zonglan', 'xiangxiantong']))
  const ours = opened(deck)

  it('with the same slides, tables and charts', () => {
    const root = readXml(readFileSync(convert(deck, 'deck', 'fodp', FOLDER), 'utf8').replace(/<!DOCTYPE[^>]*>/, ''))
    const slides = readSlides(ours)
    expect(all(root, 'draw:page')).toHaveLength(slides.length)
    const charts = all(root, 'chart:chart')
    const kinds = [...ours.xml.values()]
      .filter(({ tag }) => tag === 'c:chartSpace')
      .map((chart) => (all(chart, 'c:lineChart').length > 0 ? 'chart:line' : 'chart:bar'))
    expect(charts.map(({ attrs }) => attrs.get('chart:class'))).toEqual(kinds)
    const named = new Set([...walk(root)].map(({ attrs }) => attrs.get('draw:name')))
    for (const county of ['柯城区', '衢江区', '常山县', '开化县', '龙游县', '江山市']) expect(named, county).toContain(county)
    const notes = all(root, 'draw:page')
      .flatMap((page) => all(page, 'presentation:notes'))
      .map((note) => bare(textIn(note)))
    for (const [index, slide] of slides.entries()) for (const line of slide.notes) expect(notes[index], slide.title).toContain(bare(line))
    expect(charts).toHaveLength(readCharts(ours).length)
    const numbers = charts.map(
      (chart) =>
        new Set(all(chart, 'table:table-cell').flatMap(({ attrs }) => (attrs.get('office:value-type') === 'float' ? [Number(attrs.get('office:value'))] : [])))
    )
    for (const [index, { path, series }] of readCharts(ours).entries())
      for (const { values } of series)
        for (const value of values) if (value !== null) expect([...(numbers[index] ?? [])], `${path} ${value}`).toContain(Number(value))
    const drawn = all(root, 'draw:page').flatMap((page) =>
      all(page, 'table:table').filter((table) => !charts.some((chart) => all(chart, 'table:table').includes(table)))
    )
    const theirs = drawn.map((table) => all(table, 'table:table-row').map((row) => all(row, 'table:table-cell').map((cell) => bare(textIn(cell)))))
    expect(theirs).toEqual(slides.flatMap(({ tables }) => tables.map((rows) => rows.map((row) => row.map(bare)))))
  }, 240_000)

  const whole = deckOf(snapshot, scenesOf(snapshot))
  const slides = readSlides(opened(whole))
  const drawn = { pdf: '' }

  it('and draws a page of every slide of all scenes, with its title on it; the pages are kept to be looked at', () => {
    const pdf = convert(whole, 'all-scenes', 'pdf', FOLDER)
    drawn.pdf = pdf
    const pages = pagesOf(pdf)
    expect(pages).toHaveLength(slides.length)
    for (const [index, { title }] of slides.entries()) {
      expect(title).not.toBe('')
      expect(bare(pages[index] ?? ''), `page ${index + 1}`).toContain(bare(title))
    }
    keepPages(pdf)
  }, 240_000)

  const faultsIn = (pdf: string): string[] => {
    const pages = wordsOf(pdf)
    expect(pages).toHaveLength(slides.length)
    expect(pages.flat().length).toBeGreaterThan(1000)
    return pages.flatMap((words, index) => {
      const { foot = null, texts = [] } = slides[index] ?? {}
      return [...wordFaults(words, foot), ...tornFigures(words, texts)].map((fault) => `page ${index + 1}: ${fault}`)
    })
  }

  it('with no word on another, no figure torn, and nothing but the foot at the foot', () => {
    expect(faultsIn(drawn.pdf)).toEqual([])
  })

  it('with dates along an axis apart from each other', () => {
    const page = slides.findIndex(({ title }) => title.endsWith('4.5万次（2/2）'))
    const dates = (wordsOf(drawn.pdf)[page] ?? []).map(({ text }) => text).filter((text) => /^\d{4}-\d{2}-\d{2}/.test(text))
    expect(dates).toEqual(expect.arrayContaining(Array.from({ length: 9 }, (_, month) => `2022-0${month + 1}-01`)))
    expect(dates.filter((text) => text.length > 10)).toEqual([])
  })

  it('nor in the wider letters of a machine that has no 微软雅黑', () => {
    expect(faultsIn(convert(whole, 'all-scenes-other-letters', 'pdf', FOLDER, 'other'))).toEqual([])
  }, 240_000)
})
