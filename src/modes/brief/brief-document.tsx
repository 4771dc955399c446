import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import type { PackAnswer, SceneAnswer } from '#contract/endpoints.ts'
import { setReady } from '#panel-kit/ready.tsx'
import { Scene } from '#scenes/scene.tsx'
import { THEMES } from '#tokens/themes.ts'
import type { SetView } from '#view/codec.ts'
import type { Layout } from '#view/form.ts'
import { NoSuchPeriod, spanIn } from './asked-period.tsx'
import { missingText, scenesOf, type BriefAsk } from './brief-address.ts'
import { BriefContext } from './brief-context.ts'
import { PAGE_SIZES } from './page-size.ts'
import { ScenePages } from './scene-pages.tsx'
import { Toolbar } from './toolbar.tsx'
import { useScale } from './use-scale.ts'
import { useSlides } from './use-slides.ts'

/** How far one scene has come. */
interface Standing {
  readonly pages: number
  readonly painted: boolean
  /** Its answer cannot be had for now. */
  readonly failed?: boolean
  readonly answer?: SceneAnswer
}

/** Stands where a scene cannot be shown. */
function Failed({ onFailed }: { readonly onFailed: (failed: boolean) => void }): null {
  useEffect(() => {
    onFailed(true)
    return () => onFailed(false)
  }, [onFailed])
  return null
}

const NONE: Standing = { pages: 0, painted: false }

/** What the scenes tell of their pages. */
function useStandings(scenes: readonly string[]) {
  const [all, setAll] = useState<Readonly<Record<string, Standing>>>({})
  const note = useCallback((id: string, change: Partial<Standing>) => setAll((old) => ({ ...old, [id]: { ...(old[id] ?? NONE), ...change } })), [])
  const onPages = useCallback((answer: SceneAnswer, pages: number) => note(answer.scene.id, { pages, answer }), [note])
  const reports = useMemo(() => new Map(scenes.map((id) => [id, (painted: boolean) => note(id, { painted })])), [scenes, note])
  const helps = useMemo(() => new Map(scenes.map((id) => [id, <Failed key={id} onFailed={(failed) => note(id, { failed })} />])), [scenes, note])
  return { standings: scenes.map((id) => all[id] ?? NONE), onPages, reports, helps }
}

const frame = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => resolve())
  })

/** `html[data-ready]`: every page stands, with its charts and its fonts. */
function useDocumentReady(ready: boolean): void {
  useEffect(() => {
    let gone = false
    setReady(false)
    void (async () => {
      if (!ready) return
      await frame()
      await document.fonts.ready
      await frame()
      if (!gone) setReady(true)
    })()
    return () => {
      gone = true
    }
  }, [ready])
}

interface BriefDocumentProps {
  readonly pack: PackAnswer
  readonly ask: BriefAsk
  readonly setAsk: (change: Partial<BriefAsk>) => void
  readonly base: string
}

/** The scenes that are asked for as pages, one behind the other. */
export function BriefDocument({ pack, ask, setAsk, base }: BriefDocumentProps): ReactNode {
  const { info } = pack
  const { size, view } = ask
  const known = useMemo(() => pack.scenes.map(({ id }) => id), [pack])
  const scenes = useMemo(() => scenesOf(known, ask.scenes), [known, ask.scenes])
  const missing = missingText(known, ask.scenes)
  const { standings, onPages, reports, helps } = useStandings(scenes)
  const counts = standings.map(({ pages }) => pages)
  const total = counts.every((count) => count > 0) ? counts.reduce((sum, count) => sum + count, 0) : null
  const ready = total !== null && standings.every(({ painted }) => painted)
  const has = spanIn(
    view.period,
    standings.flatMap((standing) => (standing.failed === true ? [] : [standing.answer]))
  )
  useDocumentReady(ready || Boolean(has))
  const { current, present } = useSlides(total, size === '16x9')
  useScale(size, current !== null)
  const layout = useMemo((): Layout => ({ form: 'column', frame: 'wall', rem: PAGE_SIZES[size].remPx }), [size])
  const kept = useRef(ask)
  useEffect(() => {
    kept.current = ask
  })
  const setView = useCallback<SetView>((change) => setAsk({ view: { ...kept.current.view, ...change } }), [setAsk])
  const answer = standings[0]?.answer
  const titles = standings.flatMap((standing) => standing.answer?.scene.title ?? [])
  return (
    <div className={`brief ${current === null ? '' : 'is-presenting'}`}>
      <Toolbar
        ask={ask}
        setAsk={setAsk}
        shown={answer === undefined ? undefined : { info, titles, answer, base }}
        onPresent={size === '16x9' ? present : undefined}
        ready={ready}
      />
      {missing !== null && (
        <p className="brief-missing" role="status">
          {missing}
        </p>
      )}
      {has && <NoSuchPeriod has={has} period={view.period} />}
      {scenes.map((id, i) => (
        <BriefContext
          key={id}
          value={{ info, size, before: counts.slice(0, i).reduce((sum, count) => sum + count, 0), total, held: has !== null, current, onPages }}
        >
          <Scene
            id={id}
            pack={pack}
            view={view}
            setView={setView}
            layout={layout}
            theme={THEMES[view.theme ?? 'paper']}
            report={reports.get(id)}
            help={helps.get(id)}
            Arrangement={ScenePages}
          />
        </BriefContext>
      ))}
    </div>
  )
}
