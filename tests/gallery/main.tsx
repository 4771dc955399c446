import { StrictMode, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import 'virtual:tokens.css'
import '#ui/base.css'
import { isThemeId, THEME_IDS } from '#tokens/themes.ts'
import { ExhibitView } from './exhibit-view.tsx'
import { exhibitsByKind } from './exhibits.ts'
import './gallery.css'

const kinds = exhibitsByKind()
const asked = new URLSearchParams(location.search)
const kind = asked.get('kind') ?? [...kinds.keys()][0] ?? ''
const fixture = asked.get('fixture')
const wanted = asked.get('theme') ?? ''
const themes = isThemeId(wanted) ? [wanted] : THEME_IDS

function Links({ name, values, current }: { readonly name: string; readonly values: readonly string[]; readonly current: string | null }): ReactNode {
  const to = (value: string | null): string => {
    const next = new URLSearchParams(asked)
    if (value === null) next.delete(name)
    else next.set(name, value)
    return `?${next.toString()}`
  }
  return (
    <nav aria-label={name}>
      {name !== 'kind' && (
        <a href={to(null)} aria-current={current === null ? 'page' : undefined}>
          全部
        </a>
      )}
      {values.map((value) => (
        <a key={value} href={to(value)} aria-current={value === current ? 'page' : undefined}>
          {value}
        </a>
      ))}
    </nav>
  )
}

function Gallery(): ReactNode {
  const all = kinds.get(kind) ?? []
  const shown = all.filter((exhibit) => fixture === null || exhibit.fixture === fixture)
  return (
    <main className="gallery">
      <h1>面板图册 · {kind}</h1>
      <Links name="kind" values={[...kinds.keys()].toSorted()} current={kind} />
      <Links name="fixture" values={[...new Set(all.map((exhibit) => exhibit.fixture))]} current={fixture} />
      <Links name="theme" values={THEME_IDS} current={wanted === '' ? null : wanted} />
      {shown.map((exhibit) =>
        themes.map((theme) => <ExhibitView key={`${exhibit.scene}/${exhibit.panel.id}/${exhibit.fixture}/${theme}`} exhibit={exhibit} theme={theme} />)
      )}
    </main>
  )
}

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <Gallery />
  </StrictMode>
)
