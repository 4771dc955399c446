import { alpha, mix } from '#tokens/colour.ts'
import { DEMO, FONT } from '#tokens/sizes.ts'
import { MOTION } from '#tokens/durations.ts'
import { THEME_IDS, THEMES, type Theme } from '#tokens/themes.ts'
import { tintsOf } from '#tokens/tints.ts'

const ROLES = ['bg0', 'bg1', 'bg2', 'lift', 'line', 'line2', 't1', 't2', 't3', 'accent', 'data', 'neutral', 'ok', 'warn', 'err', 'shine', 'side'] as const

const hatch = (colour: string): string =>
  `repeating-linear-gradient(135deg, ${colour} 0 max(${DEMO.stripe}rem, 2px), transparent max(${DEMO.stripe}rem, 2px) max(${DEMO.period}rem, 8px))`

function tints(theme: Theme): Record<string, string> {
  const tint = tintsOf(theme)
  return {
    'lift-glow': alpha(theme.lift, 0.34),
    'accent-ink': theme.accentInk,
    'accent-glow': alpha(theme.accent, 0.13),
    'hair-soft': alpha(theme.line, 0.6),
    'demo-base': tint.demoBase,
    'demo-edge': tint.demoEdge,
    'band-base': tint.bandBase,
    'band-stripe': tint.bandStripe,
    trunk: tint.trunk,
    'trunk-dim': tint.trunkDim,
    'data-dash': tint.dataDash,
    'demo-hatch': hatch(tint.demoStripe),
    'accent-hatch': hatch(alpha(theme.accent, 0.62)),
    'hall-roof': tint.hallRoof,
    'hall-shaft': tint.hallShaft,
    'hall-head': tint.hallHead,
    'accent-base': alpha(theme.accent, 0.26),
    'neutral-base': alpha(theme.neutral, 0.32),
    'neutral-hatch': hatch(alpha(theme.neutral, 0.8)),
    'tag-stripe': alpha(theme.t3, 0.22),
    /** The same on the ground of a page. */
    'tag-stripe-paper': mix(theme.bg0, theme.t3, 0.22),
    'warn-soft': alpha(theme.warn, 0.12),
    'err-soft': alpha(theme.err, 0.13),
    'idle-soft': alpha(theme.t3, 0.12),
    dim: theme.shade,
    /** Over the scene while a dialog stands before it. */
    veil: alpha(theme.shade, theme.light ? 0.32 : 0.6),
    sheet: mix(theme.bg2, theme.bg1, 0.35),
    'card-shade': alpha(theme.shade, theme.light ? 0.18 : 0.55),
    'number-foot': theme.light ? theme.t1 : mix(theme.t1, theme.accent, 0.18),
    shimmer: mix(theme.bg2, theme.line, 0.5),
    'map-edge': theme.mapEdge,
    clear: alpha(theme.bg0, 0)
  }
}

const declare = (entries: Record<string, string>): string =>
  Object.entries(entries)
    .map(([name, value]) => `--${name}:${value};`)
    .join('')

const block = (theme: Theme): string =>
  declare({
    ...Object.fromEntries(ROLES.map((role) => [role, theme[role]])),
    ...tints(theme),
    ...Object.fromEntries(theme.ramp.map((colour, step) => [`ramp-${step}`, colour]))
  })

/** The style sheet of all tokens: one block a theme, and what themes share. */
export const tokensCss = (): string =>
  [
    `:root{${declare({ num: FONT.num, inline: FONT.inline, sans: FONT.sans, serif: FONT.serif, tick: `${MOTION.tick}ms`, enter: `${MOTION.enter}ms`, metric: `${MOTION.metric}ms`, scene: `${MOTION.scene}ms` })}}`,
    ...THEME_IDS.map((id) => `[data-theme="${id}"]{color-scheme:${THEMES[id].light ? 'light' : 'dark'};${block(THEMES[id])}}`)
  ].join('\n')
