/** Every colour of the product. Roles, not hues; contrast is stated on bg1 in docs and tested. */
export const THEME_IDS = ['ink', 'hong', 'paper'] as const
export type ThemeId = (typeof THEME_IDS)[number]

export interface Theme {
  readonly name: string
  readonly light: boolean
  readonly bg0: string
  readonly bg1: string
  readonly bg2: string
  readonly lift: string
  readonly line: string
  readonly line2: string
  readonly t1: string
  readonly t2: string
  readonly t3: string
  readonly accent: string
  readonly accentInk: string
  readonly data: string
  readonly dataSoft: string
  readonly neutral: string
  readonly ok: string
  readonly warn: string
  readonly err: string
  readonly neigh: string
  readonly neighLine: string
  readonly mapEdge: string
  readonly side: string
  /** The top of a number's vertical gradient. */
  readonly shine: string
  /** Shadow under the plateau and under cards. */
  readonly shade: string
  /** Text on the map, over any step of the ramp. */
  readonly mapText: string
  /** Stripes over a filled county. */
  readonly mapHatch: string
  readonly ramp: readonly string[]
}

export const THEMES: Record<ThemeId, Theme> = {
  ink: {
    name: '墨青',
    light: false,
    bg0: '#050d14',
    bg1: '#0a171e',
    bg2: '#102029',
    lift: '#124b5b',
    line: '#2c3c43',
    line2: '#495b64',
    t1: '#f5f3ec',
    t2: '#bcccd0',
    t3: '#94a7ae',
    accent: '#f0c670',
    accentInk: '#1f1306',
    data: '#62babb',
    dataSoft: '#2e6167',
    neutral: '#67777e',
    ok: '#6ccea6',
    warn: '#f9aa60',
    err: '#f47b74',
    neigh: '#0a151b',
    neighLine: '#33444c',
    mapEdge: '#010509',
    side: '#13575e',
    shine: '#ffffff',
    shade: '#000000',
    mapText: '#fffdf6',
    mapHatch: '#74bbad',
    ramp: ['#123144', '#144557', '#145a68', '#187177', '#238782', '#389e8b']
  },
  hong: {
    name: '赤金',
    light: false,
    bg0: '#160606',
    bg1: '#230c0c',
    bg2: '#331313',
    lift: '#6c2826',
    line: '#4e302d',
    line2: '#72524a',
    t1: '#f8f3e6',
    t2: '#dac9b6',
    t3: '#baa18d',
    accent: '#f1ca73',
    accentInk: '#281109',
    data: '#d5ac76',
    dataSoft: '#7e4d36',
    neutral: '#897265',
    ok: '#82d2a8',
    warn: '#fab45f',
    err: '#fb8274',
    neigh: '#1f0b0b',
    neighLine: '#573531',
    mapEdge: '#0a0202',
    side: '#802f21',
    shine: '#ffffff',
    shade: '#000000',
    mapText: '#fffdf6',
    mapHatch: '#c8ac74',
    ramp: ['#4f0e17', '#692019', '#813616', '#964f14', '#a56b20', '#b08838']
  },
  paper: {
    name: '素笺',
    light: true,
    bg0: '#ffffff',
    bg1: '#faf9f5',
    bg2: '#f2f0ea',
    lift: '#ecf8fa',
    line: '#d4dadd',
    line2: '#a3adb1',
    t1: '#15222b',
    t2: '#3e4e57',
    t3: '#5a6c74',
    accent: '#a7581d',
    accentInk: '#ffffff',
    data: '#1f7382',
    dataSoft: '#8fbec3',
    neutral: '#859197',
    ok: '#0b764d',
    warn: '#a7611b',
    err: '#be2f2c',
    neigh: '#f4f2ef',
    neighLine: '#ccd2d5',
    mapEdge: '#ffffff',
    side: '#8aa4aa',
    shine: '#15222b',
    shade: '#15222b',
    mapText: '#15222b',
    mapHatch: '#ffffff',
    ramp: ['#c7f0ec', '#95d1d2', '#68b2b9', '#4091a0', '#217185', '#00516a']
  }
}

export const isThemeId = (text: string): text is ThemeId => THEME_IDS.some((id) => id === text)
