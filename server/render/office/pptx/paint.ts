import { element, type Element } from '#server/render/element.ts'
import { mix } from '#tokens/colour.ts'
import type { Theme } from '#tokens/themes.ts'
import { val } from '#server/render/office/xml.ts'
import { emu } from './units.ts'

/** The roles of a theme's colours by the names that Office gives the colours of its own themes. */
const ROLES = {
  tx1: 't1',
  bg1: 'bg0',
  tx2: 't2',
  bg2: 'bg1',
  accent1: 'data',
  accent2: 'accent',
  accent3: 't3',
  accent4: 'dataSoft',
  accent5: 'ok',
  accent6: 'warn'
} as const

/** `#rrggbb` or `#rrggbbaa`. A colour that is one of the theme's is named as such: whoever changes the theme changes it. */
export function colourOf(text: string, theme: Theme): Element {
  const [, rgb = '', opacity] = /^#([0-9a-f]{6})([0-9a-f]{2})?$/i.exec(text) ?? []
  if (rgb === '') throw new Error(`no colour: ${text}`)
  const role = Object.entries(ROLES).find(([, name]) => theme[name].toLowerCase() === `#${rgb.toLowerCase()}`)?.[0]
  const see = opacity === undefined ? [] : [val('a:alpha', Math.round((Number.parseInt(opacity, 16) / 255) * 100_000))]
  return role === undefined ? element('a:srgbClr', { val: rgb.toUpperCase() }, see) : element('a:schemeClr', { val: role }, see)
}

export const solid = (colour: string, theme: Theme): Element => element('a:solidFill', {}, [colourOf(colour, theme)])

export const NO_FILL = element('a:noFill')

/** Stripes at 45 degrees, as all demo marks have. */
export const hatch = (stripes: string, ground: string, theme: Theme): Element =>
  element('a:pattFill', { prst: 'wdUpDiag' }, [element('a:fgClr', {}, [colourOf(stripes, theme)]), element('a:bgClr', {}, [colourOf(ground, theme)])])

export interface Stroke {
  readonly colour: string
  /** In px. */
  readonly width: number
  readonly dashed?: boolean
}

export const line = (stroke: Stroke | null, theme: Theme, tag = 'a:ln'): Element =>
  stroke === null
    ? element(tag, {}, [NO_FILL])
    : element(tag, { w: emu(stroke.width), cap: 'flat' }, [
        solid(stroke.colour, theme),
        val('a:prstDash', stroke.dashed === true ? 'dash' : 'solid'),
        element('a:round')
      ])

/** A mark of demo figures and one of any other, in a colour of the theme. */
export const markFill = (demo: boolean, colour: string, theme: Theme): Element => (demo ? hatch(colour, tint(theme), theme) : solid(colour, theme))

/** The ground of stripes: paper or night, a little towards the data's colour; opaque, for a pattern has no other. */
const tint = (theme: Theme): string => mix(groundOf(theme), theme.data, 0.1)

/** What slides stand on, as pictures do. */
export const groundOf = ({ light, bg0, bg1 }: Theme): string => (light ? bg0 : bg1)

export const themeColours = (theme: Theme): Element => {
  const named = (tag: string, colour: string): Element => element(`a:${tag}`, {}, [element('a:srgbClr', { val: colour.slice(1).toUpperCase() })])
  return element('a:clrScheme', { name: theme.name }, [
    named('dk1', theme.t1),
    named('lt1', theme.bg0),
    named('dk2', theme.t2),
    named('lt2', theme.bg1),
    ...(['accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6'] as const).map((role) => named(role, theme[ROLES[role]])),
    named('hlink', theme.data),
    named('folHlink', theme.t2)
  ])
}
