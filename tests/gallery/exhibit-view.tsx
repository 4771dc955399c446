import { useMemo, useState, type ReactNode } from 'react'
import { ReadyProvider } from '#panel-kit/ready.tsx'
import { SceneContext, type SceneState } from '#panel-kit/scene-context.ts'
import { panelKinds } from '#scenes/panel-kinds.ts'
import { THEMES, type ThemeId } from '#tokens/themes.ts'
import { SourceCardProvider } from '#ui/source-card.tsx'
import type { View } from '#view/codec.ts'
import type { Exhibit } from './exhibits.ts'

const REM = 16

const stateOf = (exhibit: Exhibit, theme: ThemeId, view: View, setView: SceneState['setView']): SceneState => ({
  answer: exhibit.answer,
  boundaries: exhibit.boundaries,
  boundariesFailed: false,
  map: exhibit.info.map,
  frame: 'wall',
  form: exhibit.panel.area.wall === undefined ? 'ultrawide' : 'wall',
  rem: REM,
  theme: THEMES[theme],
  view,
  setView,
  timeZone: exhibit.info.timeZone,
  fetchedAt: Date.parse(exhibit.answer.publishedAt),
  offline: false,
  outage: '',
  nextAttempt: null
})

/** A live panel in the box it has on the wall, over one fixture in one theme. */
export function ExhibitView({ exhibit, theme }: { readonly exhibit: Exhibit; readonly theme: ThemeId }): ReactNode {
  const [view, setView] = useState<View>({})
  const state = useMemo(() => stateOf(exhibit, theme, view, (change) => setView((old) => ({ ...old, ...change }))), [exhibit, theme, view])
  const Kind = panelKinds.get(exhibit.panel.kind)?.Panel
  const { scene, panel, fixture, width, height } = exhibit
  return (
    <figure className="exhibit" data-theme={theme} data-exhibit={`${scene}/${panel.id}/${fixture}/${theme}`}>
      <figcaption>
        {scene} / {panel.id} / {fixture} / {theme}
      </figcaption>
      <div className="exhibit-box" style={{ width, height }}>
        <ReadyProvider scene={scene} panels={[panel.id]}>
          <SceneContext value={state}>
            <SourceCardProvider facts={exhibit.answer} timeZone={exhibit.info.timeZone}>
              {Kind === undefined ? <p>没有这种面板：{panel.kind}</p> : <Kind panel={panel} />}
            </SourceCardProvider>
          </SceneContext>
        </ReadyProvider>
      </div>
    </figure>
  )
}
