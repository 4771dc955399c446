import type { ReactNode } from 'react'
import type { PackAnswer } from '#contract/endpoints.ts'
import { dateText } from '#format/period.ts'
import { Orbit } from '#modes/wall/screen-care.tsx'
import { BrandMark } from '#ui/brand-mark.tsx'
import { useNow } from '#ui/use-now.ts'

const HOUR = 3_600_000

/** Before the talk begins and behind its end: what this is and what day, and nothing to read. */
export function Cover({ pack: { info } }: { readonly pack: PackAnswer }): ReactNode {
  const { date, weekday } = dateText(useNow(HOUR), info.timeZone)
  return (
    <section className="wall-cover" aria-label="封面">
      <Orbit>
        <div className="wall-cover-middle">
          <BrandMark />
          <h2>{info.title}</h2>
          <p>{info.product}</p>
          <time>
            {date} {weekday}
          </time>
        </div>
      </Orbit>
    </section>
  )
}
