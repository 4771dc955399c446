import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react'
import { Boundary } from '#panel-kit/boundary.tsx'
import { useOffline } from '#queries/offline-store.ts'
import { standInFrom } from '#queries/stand-in.ts'
import { deskAnswers } from './desk-answers.ts'
import { afterFirstScene } from './idle.ts'

const Trouble = lazy(async () => ({ default: (await import('./offline-trouble.tsx')).OfflineTrouble }))

const AGAIN = 30_000

/**
 * Lets the desk open without a network. What is stored steps in at once where the server does not answer; storing itself
 * begins when the first scene stands and the browser has time, with code that is loaded then.
 */
export function OfflineWork(): ReactNode {
  const client = useQueryClient()
  useState(() => standInFrom(client, deskAnswers))
  const { trouble } = useOffline()
  const [troubled, setTroubled] = useState(false)
  if (trouble !== undefined && !troubled) setTroubled(true)
  useEffect(() => {
    let end = (): void => undefined
    let ended = false
    const begin = async (): Promise<void> => {
      const { startOffline } = await import('./start.ts')
      if (!ended) end = startOffline(client, deskAnswers)
    }
    // The network, or the build, has gone from the server: the page works, and looks again now and then.
    let timer: ReturnType<typeof setTimeout> | undefined
    const attempt = (): void => {
      begin().catch(() => {
        if (!ended) timer = setTimeout(attempt, AGAIN)
      })
    }
    const giveUp = afterFirstScene(attempt)
    return () => {
      ended = true
      clearTimeout(timer)
      giveUp()
      end()
    }
  }, [client])
  if (!troubled) return null
  return (
    <Boundary resetKey={trouble} fallback={() => null}>
      <Suspense>
        <Trouble />
      </Suspense>
    </Boundary>
  )
}
