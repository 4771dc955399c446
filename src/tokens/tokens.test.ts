import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { alpha, mix, rampAt } from '#tokens/colour.ts'
import { tokensCss } from '#tokens/css.ts'
import { isThemeId, THEME_IDS, THEMES, type Theme } from '#tokens/themes.ts'

/** WCAG 2 contrast of two #rrggbb colours, written apart from the product's own arithmetic. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y)
  return (high + 0.05) / (low + 0.05)
}

const TEXT = ['t1', 't2', 't3', 'accent', 'ok', 'warn', 'err'] as const satisfies readonly (keyof Theme)[]
const MARKS = ['data', 'accent', 'neutral'] as const satisfies readonly (keyof Theme)[]
const pairs = <Role extends string>(roles: readonly Role[]) => THEME_IDS.flatMap((id) => roles.map((role) => [id, role] as const))

describe('contrast on bg1', () => {
  it('is measured as WCAG does', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
  })
  it.each(pairs(TEXT))('%s: text in %s reaches 4.5', (id, role) => {
    expect(contrast(THEMES[id][role], THEMES[id].bg1)).toBeGreaterThanOrEqual(4.5)
  })
  it.each(pairs(MARKS))('%s: marks in %s reach 3', (id, role) => {
    expect(contrast(THEMES[id][role], THEMES[id].bg1)).toBeGreaterThanOrEqual(3)
  })
  it.each(THEME_IDS)('%s: text on the page and on a pressed accent', (id) => {
    const theme = THEMES[id]
    for (const role of ['t1', 't2', 't3'] as const) expect(contrast(theme[role], theme.bg0)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(theme.accentInk, theme.accent)).toBeGreaterThanOrEqual(4.5)
  })
})

describe('the ramps', () => {
  it.each(THEME_IDS)('%s: has six steps, even from end to end', (id) => {
    const { ramp, light } = THEMES[id]
    const levels = ramp.map(luminance)
    expect(ramp).toHaveLength(6)
    expect(levels.toSorted((a, b) => (light ? b - a : a - b))).toEqual(levels)
    expect([rampAt(ramp, 0), rampAt(ramp, 1), rampAt(ramp, 0.4)]).toEqual([ramp[0], ramp[5], ramp[2]])
    expect([rampAt(ramp, -1), rampAt(ramp, 2)]).toEqual([ramp[0], ramp[5]])
  })

  it.each(THEME_IDS)('%s: names stay legible on every dark step', (id) => {
    const { ramp, light, mapText, bg0 } = THEMES[id]
    ramp.forEach((step, index) => {
      const ink = light && index > 2 ? bg0 : mapText
      expect(contrast(ink, step)).toBeGreaterThanOrEqual(3)
    })
  })
})

/** Machado, Oliveira and Fernandes 2009, severity 1.0, on linear sRGB. */
const SEEN_BY: Record<string, readonly (readonly number[])[]> = {
  everyone: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1]
  ],
  protanopes: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998]
  ],
  deuteranopes: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881]
  ],
  tritanopes: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039]
  ]
}

const times = (matrix: readonly (readonly number[])[], vector: readonly number[]): number[] =>
  matrix.map((row) => row.reduce((sum, factor, index) => sum + factor * (vector[index] ?? 0), 0))

/** OKLab (Ottosson 2020) of a colour as somebody sees it. */
function oklab(hex: string, sight: readonly (readonly number[])[]): number[] {
  const linear = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  const seen = times(sight, linear).map((c) => Math.max(0, c))
  const cones = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005]
    ],
    seen
  ).map(Math.cbrt)
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766]
    ],
    cones
  )
}

const distance = (a: readonly number[], b: readonly number[]): number => Math.hypot(...a.map((value, index) => value - (b[index] ?? 0)))

describe.each(Object.keys(SEEN_BY))('the ramps as %s see them', (who) => {
  it.each(THEME_IDS)('%s: have even steps that can be told apart', (id) => {
    const steps = THEMES[id].ramp.map((hex) => oklab(hex, SEEN_BY[who] ?? []))
    const gaps = steps.slice(1).map((step, index) => distance(step, steps[index] ?? []))
    expect(Math.min(...gaps)).toBeGreaterThan(0.06)
    expect(Math.max(...gaps) / Math.min(...gaps)).toBeLessThan(1.35)
    // Rising all the way: nobody takes a middle step for an end.
    const lightness = steps.map(([l = 0]) => l)
    expect(lightness.toSorted((a, b) => (THEMES[id].light ? b - a : a - b))).toEqual(lightness)
  })
})

describe('colour arithmetic', () => {
  it('mixes channel by channel', () => {
    expect([mix('#000000', '#ffffff', 0), mix('#000000', '#ffffff', 1), mix('#000000', '#ffffff', 0.5), mix('#102030', '#305070', 0.5)]).toEqual([
      '#000000',
      '#ffffff',
      '#808080',
      '#203850'
    ])
    expect(rampAt(['#000000', '#ff0000', '#ff00ff'], 0.75)).toBe('#ff0080')
  })

  it('writes opacity as two digits', () => {
    expect([alpha('#123456', 1), alpha('#123456', 0), alpha('#123456', 0.5), alpha('#123456', 0.03)]).toEqual([
      '#123456ff',
      '#12345600',
      '#12345680',
      '#12345608'
    ])
  })
})

/** What Base UI lays on the elements that are used of it. */
const LIBRARY = ['drawer/popup/DrawerPopupCssVars.mjs', 'popover/positioner/PopoverPositionerCssVars.mjs'].map((path) => `node_modules/@base-ui/react/${path}`)

describe('the style sheet', () => {
  const css = tokensCss()
  it.each(THEME_IDS)('has a block for %s with its colours', (id) => {
    const block = new RegExp(`\\[data-theme="${id}"\\]\\{([^}]*)\\}`).exec(css)?.[1] ?? ''
    expect(block).toContain(`color-scheme:${THEMES[id].light ? 'light' : 'dark'};`)
    for (const role of ['bg0', 't1', 't3', 'accent', 'data', 'err'] as const) expect(block).toContain(`--${role}:${THEMES[id][role]};`)
    THEMES[id].ramp.forEach((colour, step) => expect(block).toContain(`--ramp-${step}:${colour};`))
    expect(block).not.toMatch(/undefined|NaN/)
  })

  it('defines every custom property that a style sheet uses', () => {
    const sheets = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.css'))
      .map((path) => readFileSync(`src/${path}`, 'utf8'))
      .join('\n')
    const defined = new Set([...`${css}\n${sheets}`.matchAll(/--([\w-]+)\s*:/g)].map(([, name]) => name))
    const used = new Set([...sheets.matchAll(/var\(--([\w-]+)/g)].map(([, name]) => name))
    expect(used.size).toBeGreaterThan(10)
    // An element is given some by the code, and some by the component library.
    const code = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((path) => /\.tsx?$/.test(path))
    const given = [...code.map((path) => `src/${path}`), ...LIBRARY].map((path) => readFileSync(path, 'utf8')).join('\n')
    expect([...used].filter((name) => !defined.has(name) && !given.includes(`'--${name}'`) && !given.includes(`"--${name}"`))).toEqual([])
  })

  it('knows a theme by its id', () => {
    expect(['ink', 'hong', 'paper', 'dark', '', 'constructor'].map(isThemeId)).toEqual([true, true, true, false, false, false])
  })
})

describe('colours', () => {
  it('are written in src/tokens and nowhere else', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
      (path) => /\.(ts|tsx|css)$/.test(path) && !path.startsWith('tokens/') && !/\.test\.tsx?$/.test(path)
    )
    const colour = /#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})\b(?!\/)|\b(?:rgba?|hsla?)\(/gi
    const found = files.flatMap((path) => [...readFileSync(`src/${path}`, 'utf8').matchAll(colour)].map(([text]) => `${path} ${text}`))
    expect(files.length).toBeGreaterThan(50)
    expect(found).toEqual([])
    const page = readFileSync('index.html', 'utf8').replace(/<link rel="icon"[^>]*>/, '')
    expect(page.match(colour)).toBeNull()
  })
})
