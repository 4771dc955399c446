import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, type ReactNode } from 'react'
import type { SceneAnswer } from '#contract/endpoints.ts'
import { showPlainPage } from './plain-page.ts'
import { plainRows } from './plain-rows.ts'

/** In place of what cannot be drawn: the figures of every scene at hand, in words. */
export function PlainFigures({ note }: { readonly note: string }): ReactNode {
  const client = useQueryClient()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const answers = client.getQueriesData<SceneAnswer>({ queryKey: ['scene'] }).flatMap(([, answer]) => answer ?? [])
    if (box.current !== null) showPlainPage(box.current, { title: document.title, note, rows: plainRows(answers) })
  }, [client, note])
  return <div ref={box} />
}
