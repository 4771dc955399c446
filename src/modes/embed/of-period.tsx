import { useEffect, useMemo, type ReactNode } from 'react'
import { seriesPeriods, spanWithout, type Span } from '#contract/series-periods.ts'
import { usePainted } from '#panel-kit/ready.tsx'
import { useScene } from '#panel-kit/scene-context.ts'
import type { ArrangementProps } from '#scenes/scene-grid.tsx'
import { useEmbed } from './embed-context.ts'
import { EmbedNote, ToScreen } from './embed-note.tsx'
import { noSuchPeriod } from './no-such-period.ts'

interface NoFiguresProps extends Pick<ArrangementProps, 'panels'> {
  readonly title: string
  readonly detail: string
}

function NoFigures({ title, detail, panels }: NoFiguresProps): ReactNode {
  const { told } = useEmbed()
  const { release } = useScene().answer
  const painted = usePainted()
  useEffect(() => told('error', title, release), [told, title, release])
  useEffect(() => panels.forEach(({ id }) => painted(id)), [painted, panels])
  return (
    <EmbedNote title={title}>
      {detail}。
      <ToScreen />
    </EmbedNote>
  )
}

/** What the answer's series have where they have nothing of the period that is asked for. */
function useSpanWithout(): Span | null {
  const { answer, view } = useScene()
  return useMemo(() => (view.period === undefined ? null : spanWithout(view.period, seriesPeriods(answer.observations))), [answer, view.period])
}

interface OfPeriodProps extends Pick<ArrangementProps, 'panels'> {
  readonly whose: '本面板' | '本场景'
  readonly children: ReactNode
}

/** Nothing of another period than is asked for: whoever framed it would take it for that. */
export function OfPeriod({ whose, panels, children }: OfPeriodProps): ReactNode {
  const { period } = useScene().view
  const has = useSpanWithout()
  return period === undefined || has === null ? children : <NoFigures {...noSuchPeriod(period, whose, has)} panels={panels} />
}
