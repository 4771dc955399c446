import { boundariesAnswer, packAnswer, sceneAnswer, type Snapshot } from '#contract/snapshot.ts'
import { letterer } from '#server/render/lettering.ts'
import { deckScene, type DeckScene } from '#server/render/office/pptx/deck-panel.ts'
import { makeDeck } from '#server/render/office/pptx/make-deck.ts'
import { openPackage, type Opened } from '#server/render/office/pptx/validate/opened.ts'
import { all, down, type XmlNode } from '#server/render/office/pptx/validate/xml-read.ts'
import { pictureFaces } from '#tests/support/picture-fonts.ts'
import type { ThemeId } from '#tokens/themes.ts'

const faces = pictureFaces()
export const pens = { faces, letterer: letterer(faces) }

export function scenesOf(snapshot: Snapshot, ids = snapshot.document.scenes.map(({ id }) => id)): DeckScene[] {
  const { info } = packAnswer(snapshot)
  return ids.map((id) => {
    const answer = sceneAnswer(snapshot, { id })
    return deckScene({ answer, info, boundaries: boundariesAnswer(snapshot, { code: answer.root, context: '1' }) })
  })
}

export const deckOf = (snapshot: Snapshot, scenes: readonly DeckScene[], theme: ThemeId = 'paper'): Uint8Array =>
  makeDeck({ scenes, info: packAnswer(snapshot).info, theme, addressOf: ({ scene }) => `https://screen.example/?scene=${scene.id}` }, pens)

const textIn = (node: XmlNode | undefined): string => (node === undefined ? '' : node.text + node.children.map(textIn).join(''))

/** Each paragraph of a part as one text. */
export const paragraphsOf = (root: XmlNode): string[] => all(root, 'a:p').map((paragraph) => all(paragraph, 'a:t').map(textIn).join(''))

export interface ReadSlide {
  readonly path: string
  readonly title: string
  readonly texts: readonly string[]
  readonly notes: readonly string[]
  /** What stands at the foot, with the publisher that all slides have there; null on a slide without one. */
  readonly foot: string | null
  /** Rows of cells of each table. */
  readonly tables: readonly (readonly (readonly string[])[])[]
}

const isTitle = (shape: XmlNode): boolean => all(shape, 'p:ph').some(({ attrs }) => /title$/i.test(attrs.get('type') ?? '') && attrs.get('type') !== 'subTitle')

function titleIn(slide: XmlNode | undefined): string {
  const shape = slide === undefined ? undefined : all(slide, 'p:sp').find(isTitle)
  return shape === undefined ? '' : paragraphsOf(shape).join('')
}

const named = (slide: XmlNode | undefined, names: readonly string[]): XmlNode[] =>
  slide === undefined ? [] : all(slide, 'p:sp').filter((shape) => names.includes(all(shape, 'p:cNvPr')[0]?.attrs.get('name') ?? ''))

function footOf(slide: XmlNode | undefined, layout: XmlNode | undefined): string | null {
  const own = named(slide, ['来源与版次'])
  return own.length === 0 ? null : [...own, ...named(layout, ['发布者'])].flatMap(paragraphsOf).join('')
}

/** What a deck says, slide by slide, in the order of the presentation. */
export function readSlides({ xml, relations }: Opened): ReadSlide[] {
  const presentation = xml.get('ppt/presentation.xml')
  const target = (from: string, id: string | undefined): string => relations.find((one) => one.from === from && one.id === id)?.target ?? ''
  const paths = presentation === undefined ? [] : all(presentation, 'p:sldId').map(({ attrs }) => target('ppt/presentation.xml', attrs.get('r:id')))
  return paths.map((path) => {
    const [slide, notes] = [xml.get(path), xml.get(relations.find(({ from, type }) => from === path && type === 'notesSlide')?.target ?? '')]
    return {
      path,
      title: titleIn(slide),
      texts: slide === undefined ? [] : paragraphsOf(slide),
      foot: footOf(slide, xml.get(target(path, relations.find(({ from, type }) => from === path && type === 'slideLayout')?.id))),
      notes: notes === undefined ? [] : paragraphsOf(notes),
      tables:
        slide === undefined
          ? []
          : all(slide, 'a:tbl').map((table) => all(table, 'a:tr').map((row) => all(row, 'a:tc').map((cell) => paragraphsOf(cell).join('\n'))))
    }
  })
}

export interface ReadChart {
  readonly path: string
  readonly series: readonly { readonly name: string; readonly categories: readonly string[]; readonly values: readonly (string | null)[] }[]
}

/** `44562` in a cell that is formatted as a date: 2022-01-01, or 2022-01 where months are shown. */
export const dateOf = (serial: string, format: string): string =>
  new Date(Date.UTC(1899, 11, 30) + Number(serial) * 86_400_000).toISOString().slice(0, format.length)

/** Names along an axis: texts, or dates. */
function categoriesIn(series: XmlNode): string[] {
  const texts = down(series, 'c:cat', 'c:strRef')
  if (texts !== undefined) return cachedIn(texts).map((text) => text ?? '')
  const dates = down(series, 'c:cat', 'c:numRef')
  return cachedIn(dates).map((serial) => dateOf(serial ?? '', textIn(down(dates, 'c:numCache', 'c:formatCode'))))
}

function cachedIn(ref: XmlNode | undefined): (string | null)[] {
  const cache = down(ref, 'c:strCache') ?? down(ref, 'c:numCache')
  if (cache === undefined) return []
  const points = new Map(all(cache, 'c:pt').map((point) => [Number(point.attrs.get('idx')), textIn(down(point, 'c:v'))]))
  return Array.from({ length: Number(down(cache, 'c:ptCount')?.attrs.get('val')) }, (_, index) => points.get(index) ?? null)
}

/** What each chart shows, from its own caches. */
export const readCharts = ({ xml }: Opened): ReadChart[] =>
  [...xml].flatMap(([path, root]) =>
    root.tag === 'c:chartSpace'
      ? [
          {
            path,
            series: all(root, 'c:ser').map((series) => ({
              name: cachedIn(down(series, 'c:tx', 'c:strRef'))[0] ?? '',
              categories: categoriesIn(series),
              values: cachedIn(down(series, 'c:val', 'c:numRef'))
            }))
          }
        ]
      : []
  )

export const opened = (bytes: Uint8Array): Opened => openPackage(bytes)
