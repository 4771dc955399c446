import { useEffect, useRef, type ReactNode } from 'react'
import type { PackAnswer, SceneAnswer } from '#contract/endpoints.ts'
import './dock.css'

interface DockProps {
  readonly pack: PackAnswer
  readonly current: string
  readonly answer: SceneAnswer | undefined
  readonly onScene: (scene: string) => void
  /** How far the shown scene's time has run; absent where none runs. */
  readonly progress?: DockProgress
}

export interface DockProgress {
  /** Another run begins anew. */
  readonly run: string
  readonly seconds: number
  readonly paused: boolean
}

/** A thin bar over the tab. Two steps a second: seen as moving, and no frame is made for less. */
function Progress({ run, seconds, paused }: DockProgress): ReactNode {
  const style = { animationDuration: `${seconds}s`, animationTimingFunction: `steps(${Math.max(2, Math.round(seconds * 2))})` }
  return (
    <u className="dock-progress" aria-hidden="true">
      <s key={run} style={style} data-paused={paused} />
    </u>
  )
}

/** The key names only the marks that are on the screen. */
function Key({ answer }: { readonly answer: SceneAnswer }): ReactNode {
  const origins = new Set(answer.observations.map(({ origin }) => origin))
  return (
    <div className="dock-key">
      {origins.has('published') && (
        <span>
          <i className="dock-solid" aria-hidden="true" />
          实心 已发布
        </span>
      )}
      {origins.has('reported') && (
        <span>
          <i className="dock-solid" aria-hidden="true" />
          实心 已报送
        </span>
      )}
      {origins.has('demo') && (
        <span>
          <i className="dock-hatch" aria-hidden="true" />
          斜纹 演示
        </span>
      )}
    </div>
  )
}

/** Every source of what is shown: a pack's by its publisher, any other by the words it was reported with; demo figures have none, and are said to be all. */
export function sourceLine({ sources, observations }: SceneAnswer): string {
  const named = new Map(sources.map(({ id, publisher, title, period = '' }) => [id, id === 'demo' ? '' : `${publisher ?? title} ${period}`.trim()]))
  const shown = new Set(observations.map(({ source }) => named.get(source) ?? source))
  const words = [...shown].filter((text) => text !== '')
  if (observations.length > 0 && observations.every(({ origin }) => origin === 'demo')) return '全部为演示'
  return words.length === 0 ? '' : `来源 ${words.join('、')}`
}

/** In a strip that is moved aside the current one stands in the middle. */
function useCentred(current: string) {
  const nav = useRef<HTMLElement>(null)
  useEffect(() => {
    const box = nav.current
    const tab = box?.querySelector<HTMLElement>('[aria-current]')
    if (box !== null && tab) box.scrollLeft = tab.offsetLeft - (box.clientWidth - tab.offsetWidth) / 2
  }, [current])
  return nav
}

export function Dock({ pack, current, answer, onScene, progress }: DockProps): ReactNode {
  const nav = useCentred(current)
  return (
    <footer className="dock">
      {answer === undefined ? <div /> : <Key answer={answer} />}
      <nav ref={nav} aria-label="场景" data-progress={progress !== undefined}>
        {pack.scenes.map(({ id, shortTitle }) => (
          <button key={id} type="button" aria-current={id === current ? 'page' : undefined} onClick={() => onScene(id)}>
            {shortTitle}
            {id === current && progress !== undefined && <Progress {...progress} />}
          </button>
        ))}
      </nav>
      <div className="dock-source">{answer === undefined ? '' : sourceLine(answer)}</div>
    </footer>
  )
}
