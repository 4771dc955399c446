import { useMemo, type ReactNode } from 'react'
import { comparable, comparisonOf, namesOf, type Compared } from '#charts/comparison.ts'
import type { SceneAnswer } from '#contract/endpoints.ts'
import type { Indicator } from '#contract/indicator.ts'
import type { Region } from '#contract/region.ts'
import type { ToolProps } from '#modes/tablet/tool.ts'
import { seriesUnit } from '#format/phrase.ts'
import { DemoTag } from '#ui/tags.tsx'
import { Chips } from './chips.tsx'
import { ComparisonChart } from './comparison-chart.tsx'
import { ComparisonTable } from './comparison-table.tsx'
import { ShareComparison } from './share-comparison.tsx'
import { useCompared } from './use-compared.ts'

interface ComparisonProps extends Pick<ToolProps, 'pack' | 'view' | 'setView'> {
  readonly answer: SceneAnswer
  readonly regions: readonly Region[]
}

/** What the scene draws comes first, then the rest, each in the order of the pack. */
function inOrder(indicators: readonly Indicator[], { indicators: drawn }: SceneAnswer): Indicator[] {
  const first = new Set(drawn.map(({ id }) => id))
  return [...indicators.filter(({ id }) => first.has(id)), ...indicators.filter(({ id }) => !first.has(id))]
}

interface ShownProps extends ComparisonProps {
  readonly indicator: Indicator
  readonly compared: Compared
}

function Shown({ indicator, compared, ...scene }: ShownProps): ReactNode {
  const model = useMemo(() => comparisonOf(indicator, compared), [indicator, compared])
  return (
    <section aria-label={indicator.name}>
      <h3 className="compare-title">
        {indicator.name}
        <small>{seriesUnit(indicator.seriesScale, indicator.unitMeasure)}</small>
        {model.demo && <DemoTag />}
      </h3>
      <ComparisonChart {...scene} model={model} />
      <ComparisonTable model={model} sources={scene.pack.info.sources} />
    </section>
  )
}

/** The indicator to compare by, and the chosen areas side by side. */
export function Comparison(props: ComparisonProps): ReactNode {
  const { answer, regions, view, setView } = props
  const { found, failed } = useCompared(regions, view.release)
  const compared = useMemo(() => ({ regions, observations: found?.observations ?? [], period: view.period }), [regions, found, view.period])
  const indicators = useMemo(
    () => (found === undefined ? [] : inOrder(comparable({ ...compared, indicators: found.indicators, ranksHidden: answer.ranksHidden === true }), answer)),
    [compared, found, answer]
  )
  if (failed) return <p className="note note-err">取数失败，这些地区的数据没有取到</p>
  if (found === undefined) return <p className="compare-hint">加载中</p>
  const names = namesOf(indicators, found.indicators)
  const indicator = indicators.find(({ id }) => id === view.metric) ?? indicators[0]
  if (indicator === undefined) return <p className="compare-hint">这些地区没有可比较的指标</p>
  return (
    <>
      <Chips
        label="指标"
        sliding
        items={indicators.map(({ id }) => ({ id, name: names.get(id) ?? id }))}
        chosen={[indicator.id]}
        onPress={(metric) => setView({ metric }, 'replace')}
      />
      {regions.length > 1 && <ShareComparison {...props} view={{ ...view, compare: regions.map(({ code }) => code), metric: indicator.id }} />}
      <Shown {...props} indicator={indicator} compared={compared} />
    </>
  )
}
