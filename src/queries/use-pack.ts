import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { packQuery } from './pack-query.ts'
import { RequestError } from './request.ts'

/** The pack of the release that a view asks for, and the view as it can be shown: a release that the API does not know degrades to the current one. */
export function usePack<View extends { readonly release?: number | undefined }>(view: View) {
  const { release } = view
  const asked = useQuery(packQuery(release))
  const unknown = release !== undefined && asked.error instanceof RequestError && asked.error.status === 404
  const current = useQuery({ ...packQuery(), enabled: unknown })
  const shown = useMemo(() => (unknown ? { ...view, release: undefined } : view), [unknown, view])
  return { pack: unknown ? current : asked, shown }
}
