import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { versionQuery } from '#queries/version-query.ts'
import { withoutRelease } from './without-release.ts'
import './newer-release.css'

/** What is frozen stays as it is, and says so once there is something newer. Says nothing while there is not. */
export function NewerRelease({ release }: { readonly release: number | undefined }): ReactNode {
  const { data } = useQuery({ ...versionQuery(), enabled: release !== undefined })
  if (release === undefined || data === undefined || data.release <= release) return null
  return (
    <a className="newer-release" href={withoutRelease(location)}>
      已有更新（第 {data.release} 版）
    </a>
  )
}
