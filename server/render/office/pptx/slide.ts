import { element, type Element } from '#server/render/element.ts'
import type { Parts } from '#server/render/office/parts.ts'
import { root } from '#server/render/office/xml.ts'
import type { Theme } from '#tokens/themes.ts'
import { textBox, type TextBox } from './text.ts'

const TYPE = 'application/vnd.openxmlformats-officedocument.presentationml'

/** A slide on its way: what is put on it gets a number of its own. */
export interface Slide {
  readonly path: string
  readonly parts: Parts
  readonly theme: Theme
  readonly id: () => number
  readonly put: (...shapes: readonly Element[]) => void
  readonly text: (box: TextBox) => void
  /** What the speaker reads, line by line. */
  readonly notes: (lines: readonly string[]) => void
}

export const EMPTY_TREE: readonly Element[] = [
  element('p:nvGrpSpPr', {}, [element('p:cNvPr', { id: 1, name: '' }), element('p:cNvGrpSpPr'), element('p:nvPr')]),
  element('p:grpSpPr', {}, [
    element('a:xfrm', {}, [
      element('a:off', { x: 0, y: 0 }),
      element('a:ext', { cx: 0, cy: 0 }),
      element('a:chOff', { x: 0, y: 0 }),
      element('a:chExt', { cx: 0, cy: 0 })
    ])
  ])
]

const MAPPED = element('p:clrMapOvr', {}, [element('a:masterClrMapping')])

const slideXml = (shapes: readonly Element[]): Element =>
  root('p:sld', ['a', 'r', 'p'], [element('p:cSld', {}, [element('p:spTree', {}, [...EMPTY_TREE, ...shapes])]), MAPPED])

const noteShape = (id: number, name: string, type: string, body: readonly Element[]): Element =>
  element('p:sp', {}, [
    element('p:nvSpPr', {}, [
      element('p:cNvPr', { id, name }),
      element('p:cNvSpPr', {}, [element('a:spLocks', type === 'sldImg' ? { noGrp: 1, noRot: 1, noChangeAspect: 1 } : { noGrp: 1 })]),
      element('p:nvPr', {}, [element('p:ph', type === 'sldImg' ? { type } : { type, idx: 1 })])
    ]),
    element('p:spPr'),
    ...body
  ])

function notesXml(lines: readonly string[]): Element {
  const paragraphs = lines.map((text) => element('a:p', {}, [element('a:r', {}, [element('a:rPr', { lang: 'zh-CN', dirty: 0 }), element('a:t', {}, [text])])]))
  const body = element('p:txBody', {}, [element('a:bodyPr'), element('a:lstStyle'), ...(paragraphs.length === 0 ? [element('a:p')] : paragraphs)])
  const shapes = [noteShape(2, '幻灯片图像', 'sldImg', []), noteShape(3, '备注', 'body', [body])]
  return root('p:notes', ['a', 'r', 'p'], [element('p:cSld', {}, [element('p:spTree', {}, [...EMPTY_TREE, ...shapes])]), MAPPED])
}

export interface SlideFrame {
  readonly parts: Parts
  readonly theme: Theme
  readonly layout: string
  readonly notesMaster: string
}

/** Draws a slide and adds it to the deck; returns its path. */
export function addSlide({ parts, theme, layout, notesMaster }: SlideFrame, draw: (slide: Slide) => void): string {
  const number = parts.next('slide')
  const path = `ppt/slides/slide${number}.xml`
  const shapes: Element[] = []
  let ids = 1
  let said: readonly string[] = []
  const id = (): number => (ids += 1)
  parts.relate(path, 'layout', layout)
  draw({
    path,
    parts,
    theme,
    id,
    put: (...made) => void shapes.push(...made),
    text: (box) => void shapes.push(textBox(id(), box, theme)),
    notes: (lines) => void (said = lines)
  })
  const notes = `ppt/notesSlides/notesSlide${number}.xml`
  parts.add(path, slideXml(shapes), `${TYPE}.slide+xml`)
  parts.relate(path, 'notes', parts.add(notes, notesXml(said), `${TYPE}.notesSlide+xml`))
  parts.relate(notes, 'notesMaster', notesMaster)
  parts.relate(notes, 'slide', path)
  return path
}
