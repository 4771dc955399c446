import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, type ReactNode } from 'react'
import type { WallLine } from '#contract/walls.ts'
import { RequestError } from '#queries/request.ts'
import { reloadWall, wallsQuery } from '#queries/walls-query.ts'
import { awaitsReload } from './wall-state.ts'

/** How long a first click waits for the second. */
const DOUBT = 5_000

/** What a header may carry; anything else cannot be the token either. */
const SENDABLE = /^[!-~]+$/

const wordsOf = (error: Error): string => (error instanceof RequestError ? error.message : '服务器没有答复，请稍后再试')

function useDoubt(): readonly [boolean, (doubting: boolean) => void] {
  const [doubting, setDoubting] = useState(false)
  useEffect(() => {
    if (!doubting) return
    const timer = setTimeout(() => setDoubting(false), DOUBT)
    return () => clearTimeout(timer)
  }, [doubting])
  return [doubting, setDoubting]
}

/** Sends the request; what is wrong with the token is said before anything is sent. */
function useReload({ id }: WallLine, token: string) {
  const client = useQueryClient()
  const { mutate, reset, isPending, error } = useMutation({
    mutationFn: reloadWall,
    networkMode: 'always',
    onSuccess: () => client.invalidateQueries(wallsQuery())
  })
  const [refused, setRefused] = useState('')
  const send = (): void => {
    reset()
    setRefused(token === '' ? '请先填操作口令' : SENDABLE.test(token) ? '' : '操作口令只有字母、数字和英文符号')
    if (SENDABLE.test(token)) mutate({ id, token })
  }
  return { send, isPending, message: refused === '' && error !== null ? wordsOf(error) : refused }
}

interface ReloadButtonProps {
  readonly wall: WallLine
  /** A token is set on the server. */
  readonly operator: boolean
  readonly token: string
}

/** Two clicks ask the wall to load anew: it does so with its next report. */
export function ReloadButton({ wall, operator, token }: ReloadButtonProps): ReactNode {
  const { send, isPending, message } = useReload(wall, token)
  const [doubting, setDoubting] = useDoubt()
  const waiting = awaitsReload(wall)
  const idle = !operator || isPending || waiting
  const label = waiting ? '已要求，等待执行' : isPending ? '正在要求' : doubting ? '再点一次确认' : '重新加载'
  const click = (): void => {
    if (idle) return
    setDoubting(!doubting)
    if (doubting) send()
  }
  return (
    <>
      <button
        type="button"
        className={`walls-reload ${doubting && !idle ? 'is-doubting' : ''}`}
        aria-label={`${label}：${wall.name}`}
        aria-disabled={idle}
        onClick={click}
        onBlur={() => setDoubting(false)}
      >
        {label}
      </button>
      <span className="walls-refusal" role="status">
        {waiting ? '' : message}
      </span>
    </>
  )
}
