import type { Fault, Opened, Rule } from './opened.ts'
import { all, down, valOf, walk, type XmlNode } from './xml-read.ts'

const fault = (rule: Rule, part: string, detail: string): Fault => ({ rule, part, detail })

const repeated = <T>(values: readonly T[]): T[] => [...new Set(values.filter((value, index) => values.indexOf(value) !== index))]

/** On one slide no two shapes have one number. */
export const checkShapeIds = ({ xml }: Opened): Fault[] =>
  [...xml].flatMap(([part, root]) =>
    repeated(all(root, 'p:cNvPr').map(({ attrs }) => attrs.get('id') ?? '')).map((id) => fault('shape-id-twice', part, `the number ${id}`))
  )

function checkList(part: string, root: XmlNode, tag: string, least: number, rule: Rule): Fault[] {
  const ids = all(root, tag).map(({ attrs }) => Number(attrs.get('id')))
  return [...repeated(ids), ...ids.filter((id) => !(id >= least))].map((id) => fault(rule, part, `${tag} ${id}`))
}

const LEAST_SLIDE = 256
const LEAST_LAYOUT = 2_147_483_648

/** Slides, masters and layouts have numbers of their own, from where the format has them begin. */
export const checkListIds = ({ xml }: Opened): Fault[] => {
  const masters = [...xml].flatMap(([, root]) => [...all(root, 'p:sldMasterId'), ...all(root, 'p:sldLayoutId')].map(({ attrs }) => Number(attrs.get('id'))))
  return [
    ...[...xml].flatMap(([part, root]) => checkList(part, root, 'p:sldId', LEAST_SLIDE, 'slide-id-twice')),
    ...[...repeated(masters), ...masters.filter((id) => !(id >= LEAST_LAYOUT))].map((id) => fault('layout-id-twice', 'ppt/presentation.xml', String(id)))
  ]
}

const AXES = new Set(['c:catAx', 'c:valAx', 'c:dateAx', 'c:serAx'])

/** Each axis that a plot names is there, each that is there is named, and the two of a plot name each other. */
export const checkAxes = ({ xml }: Opened): Fault[] =>
  [...xml].flatMap(([part, root]) => {
    const plots = all(root, 'c:plotArea')
    return plots.flatMap((plot) => {
      const axes = plot.children.filter(({ tag }) => AXES.has(tag))
      const known = axes.map((axis) => valOf(down(axis, 'c:axId')))
      const charts = plot.children.filter(({ tag }) => tag.endsWith('Chart'))
      const used = charts.flatMap((chart) => chart.children.filter(({ tag }) => tag === 'c:axId').map(valOf))
      const crossed = axes.map((axis) => valOf(down(axis, 'c:crossAx')))
      return [
        ...[...used, ...crossed].filter((id) => !known.includes(id)).map((id) => fault('axis-orphan', part, `no axis ${id}`)),
        ...[...known.filter((id) => !used.includes(id)), ...repeated(known)].map((id) => fault('axis-orphan', part, `the axis ${id} of no plot, or twice`)),
        ...charts
          .filter((chart) => chart.children.filter(({ tag }) => tag === 'c:axId').length !== 2)
          .map(({ tag }) => fault('axis-orphan', part, `${tag} has not two axes`))
      ]
    })
  })

/** A slide and its notes name each other, notes have their master, and the presentation has it too. */
export function checkNotes({ xml, relations }: Opened): Fault[] {
  const of = (from: string, type: string): string[] =>
    relations.filter((relation) => relation.from === from && relation.type === type).map(({ target }) => target)
  const notes = [...xml.keys()].filter((path) => /^ppt\/notesSlides\/[^/]+\.xml$/.test(path))
  const presentation = xml.get('ppt/presentation.xml')
  const listed = presentation !== undefined && [...walk(presentation)].some(({ tag }) => tag === 'p:notesMasterId')
  const [masters] = [new Set(of('ppt/presentation.xml', 'notesMaster'))]
  return [
    ...(notes.length > 0 && !listed ? [fault('notes-link', 'ppt/presentation.xml', 'names no master of notes')] : []),
    ...notes.flatMap((path) => {
      const [slide] = of(path, 'slide')
      const [master] = of(path, 'notesMaster')
      return [
        ...(master === undefined || !masters.has(master) ? [fault('notes-link', path, 'not on the master of notes')] : []),
        ...(slide === undefined || !of(slide, 'notesSlide').includes(path) ? [fault('notes-link', path, 'its slide does not name it')] : [])
      ]
    })
  ]
}
