import { observationKey } from '#contract/observation.ts'
import { changed, rewrite, rewriteFigure, rewriteFigures, type Change } from '#tests/conformance/changed.ts'
import type { WrongServer } from '#tests/conformance/wrong-servers.ts'

const wrong = (name: string, fails: readonly string[], ...changes: readonly Change[]): WrongServer => ({
  name,
  fails,
  make: (right) => changed(right, ...changes)
})

const TOTAL = '330800|services|全市|2022-10|'
const OVER = '330800|services|全市|2021|'
const RANGE = '330800|rate|全市|2020/2022|'
const PART = '330802|services'
const MISSING = '330802|rate'
const MONTH = '330803|monthly|全区|2022-10'

export const wrongFigures: readonly WrongServer[] = [
  wrong('float for a decimal', ['shape.observations', 'shape.scene', 'shape.panel', 'figure.decimal'], ...rewriteFigure(TOTAL, { obsValue: 167.5 })),
  wrong(
    'a value with thousands separators',
    ['shape.observations', 'shape.scene', 'shape.panel', 'figure.decimal'],
    ...rewriteFigure(TOTAL, { obsValue: '1,670' })
  ),
  wrong('missing qualifier', ['figure.qualifier'], ...rewriteFigure(OVER, { qualifier: undefined })),
  wrong('value with status O', ['figure.status'], ...rewriteFigure(MISSING, { obsValue: '0' })),
  wrong('no value with status A', ['figure.status'], ...rewriteFigure(MISSING, { obsStatus: 'A' })),
  wrong('range upside down', ['figure.range'], ...rewriteFigure(RANGE, { obsValueHigh: '10' })),
  wrong('ten millions of an exact figure', ['figure.scale'], ...rewriteFigure(RANGE, { scale: 10_000_000 })),
  wrong(
    'a figure twice',
    ['figure.key'],
    rewrite('observations', (body) => ({ ...body, observations: [...body.observations, ...body.observations.slice(0, 1)] }))
  ),
  wrong('demo passed off as published', ['figure.demo'], ...rewriteFigure(PART, { origin: 'published' })),
  wrong(
    'demo figures where none are declared',
    ['figure.demo'],
    rewrite('pack', (body) => ({ ...body, demo: false }))
  ),
  wrong('a figure of a later release', ['figure.release', 'release.older'], ...rewriteFigure(TOTAL, { release: 99 })),
  wrong('a telephone number', ['figure.person'], ...rewriteFigure(TOTAL, { phone: '0570-0000000' })),
  wrong('figures by name', ['figure.person', 'ref.code'], ...rewriteFigure('330800|rate|全市|2022-10|channel', { breakdown: { name: 'zhang' } })),
  wrong('unknown source', ['ref.figure', 'scene.self'], ...rewriteFigure(TOTAL, { source: 'nowhere' })),
  wrong('unknown breakdown code', ['ref.code'], ...rewriteFigure('330800|rate|全市|2022-10|channel', { breakdown: { channel: 'fax' } })),
  wrong('children that do not sum', ['sum.children'], ...rewriteFigure(PART, { obsValue: '101' })),
  wrong('months that do not sum', ['sum.months'], ...rewriteFigure(MONTH, { obsValue: '5' })),
  wrong(
    'a scene without one of its figures',
    ['scene.complete', 'scene.region'],
    rewrite('scene', (body) => ({ ...body, observations: body.observations.filter((o) => !observationKey(o).startsWith(PART)) }))
  ),
  wrong(
    'a scene with another value',
    ['scene.complete', 'scene.region'],
    rewrite('scene', (body) => ({ ...body, observations: body.observations.map((o) => (observationKey(o).startsWith(PART) ? { ...o, obsValue: '101' } : o)) }))
  ),
  wrong(
    'a panel with another value',
    ['scene.panel'],
    rewrite('panel', (body) => ({ ...body, observations: body.observations.map((o) => (observationKey(o).startsWith(PART) ? { ...o, obsValue: '101' } : o)) }))
  ),
  wrong(
    'a panel without one of its figures',
    ['scene.panel'],
    rewrite('panel', (body) => ({ ...body, observations: body.observations.filter((o) => !observationKey(o).startsWith(PART)) }))
  ),
  wrong(
    'another panel than the one asked for',
    ['scene.panel'],
    rewrite('panel', (body) => ({ ...body, scene: { ...body.scene, panels: body.scene.panels.map((panel) => ({ ...panel, id: 'other' })) } }))
  ),
  wrong(
    'periods that must lie within',
    ['query.period'],
    rewrite('observations', (body, { url }) => ({
      ...body,
      observations: body.observations.filter((o) => !url.searchParams.has('from') || !o.timePeriod.includes('/'))
    }))
  ),
  wrong(
    'a filter that is ignored for one area',
    ['query.filter'],
    rewrite('observations', (body, { url }) => (url.searchParams.has('indicator') ? { ...body, observations: body.observations.slice(1) } : body))
  ),
  wrong(
    'an order of its own, and fields of its own',
    [],
    ...rewriteFigures((o) => ({ ...Object.fromEntries(Object.entries(o).toReversed()), quality: 'good' })),
    rewrite('version', (body) => ({ ...body, build: 'abc' })),
    rewrite('regions', (body) => ({ ...body, regions: body.regions.map((region) => ({ ...region, colour: 'red' })) }))
  )
]
