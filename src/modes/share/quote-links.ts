import { EMBED_SANDBOX } from '#contract/embed-sandbox.ts'
import type { ThemeId } from '#tokens/themes.ts'
import { formatView, type View } from '#view/codec.ts'
import { shareLink } from './share-link.ts'

export interface Quoted {
  readonly scene: string
  /** Absent: the whole scene. */
  readonly panel?: string | undefined
  readonly title: string
  readonly view: View
  readonly theme: ThemeId
  /** The figures stay those of this release. */
  readonly release: number | undefined
  /** Of a picture, in px. */
  readonly width: number
  /** Where the page is reached from outside, such as `https://screen.example/`. */
  readonly base: string
}

export interface QuoteLinks {
  readonly page: string
  readonly embed: string
  readonly script: string
  readonly frame: string
  /** Of a panel: `svg` and `png` have the width in their address. */
  readonly files: { readonly svg: string; readonly png: string; readonly csv: string } | null
}

/** As text of a page, and as a value in quotation marks. */
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** As part of a script in a page: nothing in it can end the script. */
const literal = (value: object): string => JSON.stringify(value).replaceAll('<', String.raw`\u003c`)

/** What of the view belongs to a panel or scene by itself. */
const placeOf = ({ view: { root, region, metric, period }, release, theme }: Quoted): View =>
  Object.fromEntries(Object.entries({ root, region, metric, period, release, theme }).filter(([, value]) => value !== undefined))

const nameOf = ({ scene, panel }: Quoted): string => (panel === undefined ? scene : `${scene}/${panel}`)

function embedAddress(quoted: Quoted): string {
  const { theme, ...place } = placeOf(quoted)
  const kind = quoted.panel === undefined ? 'scene' : 'panel'
  // Paper is the theme of an embed that names none.
  return new URL(`/embed/${kind}/${nameOf(quoted)}${formatView(theme === 'paper' ? place : { ...place, theme })}`, quoted.base).href
}

function scriptCode(quoted: Quoted): string {
  const id = `tongxin-${nameOf(quoted).replace('/', '-')}`
  const config = { [quoted.panel === undefined ? 'scene' : 'panel']: nameOf(quoted), title: quoted.title, ...placeOf(quoted) }
  return [
    `<div id="${id}"></div>`,
    '<script type="module">',
    `  import { mount } from '${new URL('/embed.js', quoted.base).href}'`,
    `  mount(document.getElementById('${id}'), ${literal(config)})`,
    '</script>'
  ].join('\n')
}

const frameCode = (quoted: Quoted): string =>
  `<iframe src="${escaped(embedAddress(quoted))}" title="${escaped(quoted.title)}" loading="lazy" referrerpolicy="no-referrer" sandbox="${EMBED_SANDBOX}" style="display:block;width:100%;height:${quoted.panel === undefined ? 720 : 450}px;border:0"></iframe>`

function fileAddress(quoted: Quoted, kind: 'svg' | 'png' | 'csv'): string {
  const url = new URL(`/api/v1/panels/${nameOf(quoted)}.${kind}`, quoted.base)
  const { theme, ...place } = placeOf(quoted)
  url.search = formatView(kind === 'csv' ? place : { ...place, theme: theme ?? 'paper' })
  if (kind !== 'csv') url.searchParams.set('width', String(quoted.width))
  return url.href
}

/** Every address and piece of code with which a panel or a scene is taken elsewhere. */
export const quoteLinks = (quoted: Quoted): QuoteLinks => ({
  page: shareLink({ view: quoted.view, scene: quoted.scene, release: quoted.release, base: quoted.base }),
  embed: embedAddress(quoted),
  script: scriptCode(quoted),
  frame: frameCode(quoted),
  files: quoted.panel === undefined ? null : { svg: fileAddress(quoted, 'svg'), png: fileAddress(quoted, 'png'), csv: fileAddress(quoted, 'csv') }
})
