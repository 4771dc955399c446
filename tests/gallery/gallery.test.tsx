import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { panelKinds } from '#scenes/panel-kinds.ts'
import { THEME_IDS, type ThemeId } from '#tokens/themes.ts'
import { chartSvg } from './draw.ts'
import { exhibitsByKind, type Exhibit } from './exhibits.ts'
import { ExhibitView } from './exhibit-view.tsx'

const ARTEFACTS = 'artifacts/gallery'
const kinds = exhibitsByKind()

const nameOf = ({ scene, panel, fixture }: Exhibit, theme: ThemeId): string => `${scene}/${panel.id}/${fixture}/${theme}`
/** ECharts numbers what it defines from one count over the whole process. */
const settled = (text: string): string => text.replaceAll(/zr\d+-/g, 'zr-')
const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12)
const wordsIn = (svg: string): string => [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text).join(' ')

/** One line for each exhibit: what changed shows in the words or, where only marks moved, in the digest. */
function line(exhibit: Exhibit, theme: ThemeId): string {
  const name = nameOf(exhibit, theme)
  const markup = settled(renderToStaticMarkup(<ExhibitView exhibit={exhibit} theme={theme} />))
  const svg = chartSvg(exhibit, theme)
  if (svg === null) return `${name} ${digest(markup)}`
  expect(svg, name).not.toMatch(/NaN|undefined|Infinity/)
  writeFileSync(`${ARTEFACTS}/${name.replaceAll('/', '-')}.svg`, svg)
  return `${name} ${digest(markup)} ${digest(settled(svg))} ${theme === 'ink' ? wordsIn(svg) : ''}`.trim()
}

// What is stale depends on the day.
beforeAll(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2022-10-26T01:28:00Z') })
  return () => vi.useRealTimers()
})

describe('the gallery', () => {
  it('shows every panel kind there is', () => {
    expect([...panelKinds.keys()].filter((kind) => !kinds.has(kind))).toEqual([])
    expect([...kinds.keys()].filter((kind) => !panelKinds.has(kind))).toEqual([])
  })

  it.each([...kinds.keys()].toSorted())('draws %s from every fixture in every theme as before', async (kind) => {
    mkdirSync(ARTEFACTS, { recursive: true })
    const lines = (kinds.get(kind) ?? []).flatMap((exhibit) => THEME_IDS.map((theme) => line(exhibit, theme)))
    expect(lines.join('\n')).not.toMatch(/NaN|undefined|Infinity/)
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`snapshots/${kind}.txt`)
  })
})
