import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block, PlacedBlock, Span } from './block.ts'
import { packPages } from './pack-pages.ts'

const SPANS: readonly Span[] = [2, 3, 4, 6]
const PAPER = { first: 36, next: 52, gap: 1.6 }

/** A block that may stand in any of these widths, and suits the first of them. */
const block = (id: string, least: number, ideal: number, spans: readonly Span[] = [2, 3]): Block => ({
  id,
  shapes: spans.map((span, i) => ({ span, strain: i * 0.2, least, ideal, most: ideal * 1.4 }))
})

const ids = (pages: readonly (readonly PlacedBlock[])[]): string[][] => pages.map((page) => page.map(({ id }) => id))

const overlap = (a: PlacedBlock, b: PlacedBlock): boolean =>
  a.column < b.column + b.span && b.column < a.column + a.span && a.top < b.top + b.height - 1e-6 && b.top < a.top + a.height - 1e-6

const anyBlock = (index: number): fc.Arbitrary<Block> =>
  fc
    .record({
      least: fc.integer({ min: 4, max: 34 }),
      more: fc.integer({ min: 0, max: 20 }),
      from: fc.integer({ min: 0, max: 3 }),
      count: fc.integer({ min: 1, max: 3 })
    })
    .map(({ least, more, from, count }) => block(`b${index}`, least, least + more, SPANS.slice(from, from + count)))

const anyBlocks = fc.integer({ min: 0, max: 9 }).chain((count) => fc.tuple(...Array.from({ length: count }, (_, i) => anyBlock(i))))

describe('blocks on pages', () => {
  it('keep to their page: each is there once, whole, in a width that it has, over no other', () => {
    fc.assert(
      fc.property(anyBlocks, (blocks) => {
        const pages = packPages(blocks, PAPER)
        expect(
          pages
            .flat()
            .map(({ id }) => id)
            .toSorted()
        ).toEqual(blocks.map(({ id }) => id).toSorted())
        for (const [i, page] of pages.entries()) {
          expect(page.length).toBeGreaterThan(0)
          for (const placed of page) {
            const shape = blocks.find(({ id }) => id === placed.id)?.shapes.find(({ span }) => span === placed.span)
            expect(placed.column + placed.span).toBeLessThanOrEqual(6)
            expect(placed.top + placed.height).toBeLessThanOrEqual((i === 0 ? PAPER.first : PAPER.next) + 1e-6)
            expect(placed.height).toBeGreaterThanOrEqual((shape?.least ?? Infinity) - 1e-6)
            expect(page.filter((other) => other !== placed && overlap(placed, other))).toEqual([])
          }
        }
      }),
      { numRuns: 60 }
    )
  })

  it('stand beside the dominant one in columns that are filled', () => {
    const pages = packPages([block('map', 30, 36, [2, 3]), block('ranking', 17, 20), block('trend', 14, 18), block('results', 24, 30)], PAPER)
    expect(ids(pages)).toEqual([['map', 'ranking', 'trend', 'results']])
    const [map, ranking, trend, results] = pages[0] ?? []
    expect([map?.column, ranking?.column, trend?.column, results?.column]).toEqual([0, 2, 2, 4])
    expect(ranking?.height ?? 0).toBeGreaterThanOrEqual(17)
    expect((trend?.top ?? 0) + (trend?.height ?? 0)).toBeCloseTo(PAPER.first)
  })

  it('go on on a second page, and need no third one', () => {
    const pages = packPages([block('river', 30, 36, [6]), block('a', 20, 24), block('b', 20, 24), block('c', 20, 24)], PAPER)
    expect(ids(pages)).toEqual([['river'], ['a', 'b', 'c']])
  })

  it('of which the first fits under no opening alone leave the first page to the others', () => {
    const pages = packPages([block('hall', 40, 46, [6]), block('a', 20, 24), block('b', 20, 24)], PAPER)
    expect(ids(pages)).toEqual([['a', 'b'], ['hall']])
  })

  it('change their places where a page is filled by it, but the first one leads', () => {
    const pages = packPages([block('map', 30, 36, [4]), block('stories', 24, 26, [6]), block('facts', 14, 18, [2]), block('village', 16, 17, [2])], PAPER)
    expect(ids(pages)).toEqual([['map', 'facts', 'village'], ['stories']])
  })

  it('stand in four columns where the page has them', () => {
    const pages = packPages(
      [block('map', 30, 34, [1.5]), block('ranking', 30, 34, [1.5]), block('results', 30, 34, [1.5]), block('trend', 30, 34, [1.5])],
      PAPER
    )
    expect(pages.map((page) => page.map(({ column }) => column))).toEqual([[0, 1.5, 3, 4.5]])
  })

  it('that are higher than any page get one of their own, of its height', () => {
    const pages = packPages([block('a', 20, 24), block('endless', 90, 90, [2])], PAPER)
    expect(ids(pages)).toEqual([['a'], ['endless']])
    expect(pages[1]?.[0]).toMatchObject({ span: 6, top: 0, height: PAPER.next })
  })

  it('are none without blocks', () => {
    expect(packPages([], PAPER)).toEqual([])
  })
})
