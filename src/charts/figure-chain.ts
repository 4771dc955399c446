import * as z from 'zod/mini'
import { figureOf, labelOf, type FigureItem, type PanelData } from './panel-data.ts'
import { periodCell, phraseCell, spoken, statusCell, type PanelTable } from './panel-table.ts'

const Link = z.object({
  indicator: z.string(),
  label: z.optional(z.string()),
  size: z.optional(z.enum(['grand', 'kpi', 'hero', 'row'])),
  /** The one that the eye starts from. */
  lead: z.optional(z.boolean())
})

/** Figures in an order of reading. It is no funnel: their units differ, and no rate is made of them. */
export const options = z.object({ links: z.array(Link) })
export type FigureChainOptions = z.infer<typeof options>

export interface ChainLink extends FigureItem {
  readonly label: string
  readonly size: 'grand' | 'kpi' | 'hero' | 'row'
  readonly lead: boolean
  readonly period: string
  /** Its own scope where it differs from that of most, and what it must not be taken for. */
  readonly remarks: readonly string[]
}

export interface FigureChainModel {
  readonly links: readonly ChainLink[]
  /** What most of the figures cover. */
  readonly scope: string
}

/** The scope of most; of equally many the first. */
function commonScope(scopes: readonly string[]): string {
  const count = (scope: string): number => scopes.filter((other) => other === scope).length
  return [...new Set(scopes)].toSorted((a, b) => count(b) - count(a))[0] ?? ''
}

export function model(data: PanelData<FigureChainOptions>): FigureChainModel {
  const found = data.options.links.flatMap(({ indicator, label, size = 'hero', lead = false }) => {
    const figure = figureOf(data, indicator)
    return figure === null ? [] : [{ ...figure, label: label ?? labelOf(figure.indicator), size, lead, period: periodCell(figure.observation) }]
  })
  const scope = commonScope(found.map(({ observation }) => observation.scope))
  const remarksOf = ({ observation: { scope: own, note } }: FigureItem): string[] => [...(own === scope ? [] : [own]), ...(note === undefined ? [] : [note])]
  return { scope, links: found.map((link) => ({ ...link, remarks: remarksOf(link) })) }
}

/** `近1亿人`: each with its period, then whom they count. */
export const summary = ({ links, scope }: FigureChainModel): string =>
  [...links.map((link) => `${spoken(link.label, link)}（${[link.period, ...link.remarks].join('，')}）`), `范围为${scope}`].join('；')

export const table = ({ links }: FigureChainModel): PanelTable => ({
  columns: ['名称', '数值', '期间', '范围', '说明', '状态'],
  rows: links.map((link) => [link.label, phraseCell(link), link.period, link.observation.scope, link.observation.note ?? '', statusCell(link.observation)])
})
