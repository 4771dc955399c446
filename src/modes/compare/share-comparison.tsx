import { lazy, Suspense, useState, type ReactNode } from 'react'
import type { ShareLinkProps } from '#modes/share/share-ways.tsx'

const ShareWays = lazy(async () => ({ default: (await import('#modes/share/share-ways.tsx')).ShareWays }))

/** The comparison as a link and as a code, with its areas and its indicator. */
export function ShareComparison({ pack, answer, view }: ShareLinkProps): ReactNode {
  const [open, setOpen] = useState(false)
  return (
    <section className="compare-share">
      <button type="button" className="chip" aria-expanded={open} onClick={() => setOpen(!open)}>
        分享
      </button>
      {open && (
        <Suspense>
          <ShareWays pack={pack} answer={answer} view={view} />
        </Suspense>
      )}
    </section>
  )
}
