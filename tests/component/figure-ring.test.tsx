import { act, render } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { FigureRing } from '#modes/remote/figure-ring.tsx'
import { must } from '#tests/support/panel-data.ts'

const watching = new Set<Observer>()
class Observer implements ResizeObserver {
  seen: Element[] = []
  constructor(readonly tell: () => void) {
    watching.add(this)
  }
  observe(element: Element): void {
    this.seen.push(element)
  }
  unobserve(): void {}
  disconnect(): void {
    this.seen = []
  }
}
const watched = (): string[] => [...watching].flatMap(({ seen }) => seen.map(({ id }) => id))
const changed = (): void => act(() => [...watching].filter(({ seen }) => seen.length > 0).forEach(({ tell }) => tell()))

/** `left top width height` by id. */
let boxes: Record<string, readonly [number, number, number, number]>
beforeEach(() => {
  watching.clear()
  boxes = {
    label: [100, 100, 200, 30],
    figure: [100, 134, 80, 40],
    lone: [400, 100, 80, 40],
    first: [0, 0, 50, 20],
    second: [60, 0, 50, 20],
    line: [500, 200, 300, 40],
    inLine: [600, 210, 40, 20],
    card: [500, 300, 300, 200],
    inCard: [500, 300, 40, 20]
  }
  vi.stubGlobal('ResizeObserver', Observer)
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    const [x, y, width, height] = boxes[this.id] ?? [0, 0, 0, 0]
    return new DOMRect(x, y, width, height)
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

const scene = (figure: string) => (
  <>
    <div data-stage="shown">
      <section data-panel="numbers">
        <ul>
          <li>
            <span id="label">共享食堂(老年食堂)</span>
            <button id="figure" data-figure="st.canteens@330800" />
          </li>
          <li>
            <button id="first" data-figure="a@330800" />
            <button id="second" data-figure="b@330800" />
          </li>
        </ul>
        <p id="line">
          贷款惠及
          <button id="inLine" data-figure="c@330800" />
          项目
        </p>
        <div id="card">
          <button id="inCard" data-figure="d@330800" />
          很多字
        </div>
        <button id="lone" data-figure="st.points@330800" />
      </section>
    </div>
    {figure !== '' && <FigureRing figure={figure} run={1} />}
  </>
)
const styleOf = (container: HTMLElement): readonly string[] => {
  const { left, top, width, height } = must(container.querySelector<HTMLElement>('[data-ring]') ?? undefined).style
  return [left, top, width, height].map((text) => /(-?[\d.]+)px [-+] (.*)\)$/.exec(text)?.slice(1).join(' ') ?? text)
}

it.each([
  ['with its label', 'st.canteens@330800', ['100 0.75rem', '100 0.5rem', '200 1.5rem', '74 1rem']],
  ['alone, with less air', 'st.points@330800', ['400 0.375rem', '100 0.25rem', '80 0.75rem', '40 0.5rem']],
  ['alone, where a row has another one', 'a@330800', ['0 0.375rem', '0 0.25rem', '50 0.75rem', '20 0.5rem']],
  ['with the words around it', 'c@330800', ['500 0.75rem', '200 0.25rem', '300 1.5rem', '40 0.5rem']],
  ['without what is more than words', 'd@330800', ['500 0.375rem', '300 0.25rem', '40 0.75rem', '20 0.5rem']]
])('rings a figure %s', (_, figure, wanted) => {
  const { container } = render(scene(figure))
  expect(styleOf(container)).toEqual(wanted)
})

it('follows a figure that becomes larger, and watches nothing any more when it goes', () => {
  const { container, rerender } = render(scene('st.canteens@330800'))
  expect(watched()).toEqual(['label', 'figure'])
  boxes = { ...boxes, figure: [100, 134, 260, 40] }
  changed()
  expect(styleOf(container)[2]).toBe('260 1.5rem')
  rerender(scene(''))
  expect(watched()).toEqual([])
})
