import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { versionQuery } from '#queries/version-query.ts'
import { parseView } from '#view/codec.ts'
import { withoutRelease } from './without-release.ts'
import './newer-release.css'

interface NewerReleaseProps {
  /** What is shown is of this one, whatever comes; undefined: of the newest, also where the address names one that there is not. */
  readonly release: number | undefined
}

/** What is frozen stays as it is, and says so once there is something newer; what cannot be had says that. Says nothing while it is neither. */
export function NewerRelease({ release }: NewerReleaseProps): ReactNode {
  const asked = parseView(location.search).release
  const { data } = useQuery({ ...versionQuery(), enabled: asked !== undefined || release !== undefined })
  const wanted = release ?? asked
  if (wanted === undefined || data === undefined || wanted === data.release || (release !== undefined && data.release < release)) return null
  return (
    <a className="newer-release" href={withoutRelease(location)}>
      {release === undefined ? `没有第 ${wanted} 版，这是第 ${data.release} 版` : `已有更新（第 ${data.release} 版）`}
    </a>
  )
}
