import { useState, type ReactNode } from 'react'
import type { SceneAnswer } from '#contract/endpoints.ts'
import type { PackInfo } from '#contract/pack.ts'
import { citation, editionText } from '#charts/sheet.ts'
import { periodText } from '#format/period.ts'
import { NewerRelease } from '#modes/embed/newer-release.tsx'
import { isStatic } from '#queries/static-site.ts'
import { formatBrief, type BriefAsk } from './brief-address.ts'
import { PAGE_SIZES, type PageSizeId } from './page-size.ts'
import './toolbar.css'

/** What the pages show. */
export interface ShownBrief {
  readonly info: PackInfo
  readonly titles: readonly string[]
  readonly answer: Pick<SceneAnswer, 'release' | 'publishedAt' | 'dataPeriod'>
  /** Where the pages are reached from outside. */
  readonly base: string
}

interface ToolbarProps {
  readonly ask: BriefAsk
  readonly setAsk: (change: Partial<BriefAsk>) => void
  /** Of what is shown; absent while it is on its way. */
  readonly shown: ShownBrief | undefined
  readonly onPresent: (() => void) | undefined
  readonly ready: boolean
}

const SIZES = Object.entries(PAGE_SIZES) as readonly (readonly [PageSizeId, (typeof PAGE_SIZES)[PageSizeId]])[]

/** Over plain HTTP a browser has no clipboard to write to; then the line is there to be copied by hand. */
async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

function citationOf({ ask, shown }: Pick<ToolbarProps, 'ask' | 'shown'>): string {
  if (shown === undefined) return ''
  const { info, titles, answer, base } = shown
  const { dataPeriod, release } = answer
  const address = new URL(formatBrief({ ...ask, view: { ...ask.view, release } }), base).href
  const period = dataPeriod === null ? '' : `截至${periodText(dataPeriod)}`
  return citation({ title: `${titles.join('、')}·工作简报`, publisher: info.title, period, edition: editionText(answer, info.timeZone) }, address)
}

function Citation(props: Pick<ToolbarProps, 'ask' | 'shown'>): ReactNode {
  const [state, setState] = useState<'idle' | 'done' | 'by hand'>('idle')
  const text = citationOf(props)
  const copy = async (): Promise<void> => setState((await copied(text)) ? 'done' : 'by hand')
  return (
    <>
      <button type="button" disabled={props.shown === undefined} onClick={() => void copy()}>
        {state === 'done' ? '已复制引用' : '复制引用'}
      </button>
      {state === 'by hand' && <input className="brief-citation" aria-label="引用" readOnly value={text} onFocus={({ target }) => target.select()} />}
    </>
  )
}

/** Whether the pages stay at their release. A folder without a server has one, and another one once it is written anew. */
function Freeze({ ask, setAsk, shown }: Pick<ToolbarProps, 'ask' | 'setAsk' | 'shown'>): ReactNode {
  const freeze = (release: number | undefined): void => setAsk({ view: { ...ask.view, release } })
  const { release } = ask.view
  if (release === undefined)
    return (
      <button type="button" disabled={shown === undefined} onClick={() => freeze(shown?.answer.release)}>
        冻结数据
      </button>
    )
  return (
    <button type="button" aria-pressed onClick={() => freeze(undefined)}>
      已冻结在第 {release} 版
    </button>
  )
}

/** What can be done with the pages. It is not printed. */
export function Toolbar({ ask, setAsk, shown, onPresent, ready }: ToolbarProps): ReactNode {
  return (
    <div className="brief-toolbar" role="toolbar" aria-label="简报">
      <button type="button" className="is-first" disabled={!ready} onClick={() => window.print()}>
        打印或存为 PDF
      </button>
      <span role="group" aria-label="纸张">
        {SIZES.map(([id, { name }]) => (
          <button key={id} type="button" aria-pressed={ask.size === id} onClick={() => setAsk({ size: id })}>
            {name}
          </button>
        ))}
      </span>
      {onPresent !== undefined && (
        <button type="button" disabled={!ready} onClick={onPresent}>
          放映
        </button>
      )}
      {!isStatic() && <Freeze ask={ask} setAsk={setAsk} shown={shown} />}
      <Citation ask={ask} shown={shown} />
      <NewerRelease release={ask.view.release} />
    </div>
  )
}
