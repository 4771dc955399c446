import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useState, type ReactNode } from 'react'
import { LOST_AFTER_MS, type WallLine } from '#contract/walls.ts'
import { askCode } from '#queries/remote-wall.ts'
import { RequestError } from '#queries/request.ts'
import { wallsQuery } from '#queries/walls-query.ts'
import { PairForm } from './pair-form.tsx'

interface WallChoiceProps {
  readonly wall: WallLine
  readonly lost: boolean
}

const wordsOf = (error: Error | null): string => (error === null ? '' : error instanceof RequestError ? error.message : '服务器没有答复')

/** A wall that can be asked to show its code. */
function WallChoice({ wall, lost }: WallChoiceProps): ReactNode {
  const { mutate, isPending, isSuccess, error } = useMutation({ mutationFn: () => askCode({ wall: wall.id }), networkMode: 'always' })
  const words = lost ? '失联' : isSuccess ? '请看这块大屏' : isPending ? '正在要' : '显示配对码'
  return (
    <li>
      <button type="button" className="remote-wall" disabled={lost || isPending} onClick={() => mutate()}>
        <b>{wall.name}</b>
        <span>{words}</span>
      </button>
      <p role="status">{wordsOf(error)}</p>
    </li>
  )
}

interface PairPageProps {
  readonly notice: string
  /** The code that a scanned address brought, or nothing. */
  readonly scanned: string
  /** It is used once. */
  readonly onTaken: () => void
}

/** Which wall, and the digits that it shows. */
export function PairPage({ notice, scanned, onTaken }: PairPageProps): ReactNode {
  const [given] = useState(scanned)
  useEffect(onTaken, [onTaken])
  const { data: answer, isError } = useQuery(wallsQuery())
  const now = Date.parse(answer?.now ?? '')
  return (
    <section className="remote-pair" aria-label="配对">
      {notice !== '' && (
        <p className="remote-notice" role="status">
          {notice}
        </p>
      )}
      <PairForm given={given} />
      <h2>
        <span>没有看到配对码</span>
        <small>点大屏的名字，它就显示两分钟</small>
      </h2>
      {isError && <p className="remote-trouble">服务器没有答复，正在重试</p>}
      {answer?.walls.length === 0 && <p>还没有大屏连上服务器</p>}
      <ul className="remote-walls">
        {answer?.walls.map((wall) => (
          <WallChoice key={wall.id} wall={wall} lost={now - Date.parse(wall.lastSeen) > LOST_AFTER_MS} />
        ))}
      </ul>
      <p className="remote-hint">也可以在大屏上长按一秒，或按键盘上的 R 键</p>
    </section>
  )
}
