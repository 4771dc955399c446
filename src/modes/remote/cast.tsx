import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { Region } from '#contract/region.ts'
import { SPOTLIGHT_S } from '#contract/remote.ts'
import { ToolDialog } from '#modes/tablet/tool-dialog.tsx'
import type { ToolProps } from '#modes/tablet/tool.ts'
import { regionsQuery } from '#queries/regions-query.ts'
import { PairForm } from './pair-form.tsx'
import type { Pairing } from './pairing.ts'
import { namesOf } from './remote-names.ts'
import { type Show, useCast } from './use-cast.ts'
import { usePairing } from './use-remote.ts'
import './cast.css'

/** What the desk shows, as the wall is to show it. */
const showOf = ({ pack, answer, view: { scene, region, metric } }: ToolProps): Show => ({
  kind: 'show',
  scene: answer?.scene.id ?? scene ?? pack.scenes[0]?.id ?? '',
  ...(region === undefined ? {} : { region }),
  ...(metric === undefined ? {} : { metric }),
  seconds: SPOTLIGHT_S
})

/** What the desk shows and a wall does not: a wall is always of the newest release and month, and of the whole area. */
function otherThere({ pack: { info }, view: { release, period, root } }: ToolProps, regions: readonly Region[]): string {
  const whole = regions.find(({ code }) => code === info.root)?.name ?? ''
  return [release === undefined ? [] : '最新一版', period === undefined ? [] : '最新月份', root === undefined || root === info.root ? [] : `${whole}全域`]
    .flat()
    .join('、')
}

interface SentProps {
  readonly tool: ToolProps
  readonly pairing: Pairing
  readonly onOver: (words: string) => void
}

function Sent({ tool, pairing, onOver }: SentProps): ReactNode {
  const show = showOf(tool)
  const { state, words, send } = useCast({ pairing, first: show, root: tool.pack.info.root, onOver })
  const [held, setHeld] = useState(false)
  const regions = useQuery(regionsQuery()).data?.regions ?? []
  const names = namesOf(tool.pack, regions)
  const other = otherThere(tool, regions)
  const hold = (): void => {
    setHeld(!held)
    send({ kind: 'hold', on: !held })
  }
  const resume = (): void => {
    setHeld(false)
    send({ kind: 'resume' })
  }
  return (
    <div className="cast" data-cast={state}>
      <p role="status">
        {state === 'failed' ? words : state === 'sent' ? '已投到' : '正在投到'} <b>{pairing.wall.name}</b>
        <strong>{names.place(show)}</strong>
        {other !== '' && <small>大屏显示{other}</small>}
      </p>
      <div className="cast-buttons">
        <button type="button" className="is-first" onClick={() => send(show)}>
          聚光 {SPOTLIGHT_S} 秒
        </button>
        <button type="button" aria-pressed={held} onClick={hold}>
          {held ? '继续轮播' : '停留'}
        </button>
        <button type="button" onClick={resume}>
          返回轮播
        </button>
      </div>
      <p className="cast-hint">
        关掉此窗一分钟后，大屏自己回到轮播。<a href="/remote">打开遥控页</a>
      </p>
    </div>
  )
}

/** The desk's view on the wall: at once where this tablet is paired, else by the code that the wall shows. */
export function Cast(tool: ToolProps): ReactNode {
  const pairing = usePairing()
  const [notice, setNotice] = useState('')
  return (
    <ToolDialog title="投屏" onClose={tool.onClose}>
      {pairing === null ? (
        <div className="cast">
          {notice !== '' && <p role="status">{notice}</p>}
          <PairForm />
          <p className="cast-hint">
            大屏上没有配对码？在 <a href="/remote">遥控页</a> 点它的名字，或在大屏上长按一秒。
          </p>
        </div>
      ) : (
        <Sent key={pairing.token} tool={tool} pairing={pairing} onOver={setNotice} />
      )}
    </ToolDialog>
  )
}
