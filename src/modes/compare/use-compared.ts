import { useQueries, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Indicator } from '#contract/indicator.ts'
import type { Observation } from '#contract/observation.ts'
import type { Region } from '#contract/region.ts'
import { areaObservationsQuery, indicatorsQuery } from '#queries/observations-query.ts'

interface Found {
  readonly indicators: readonly Indicator[]
  readonly observations: readonly Observation[]
}

interface Asked {
  /** Undefined until all of it has come. */
  readonly found: Found | undefined
  readonly failed: boolean
}

/** All figures of the areas, each area's asked for once; what has been kept of them serves without a network too. */
export function useCompared(regions: readonly Region[], release: number | undefined): Asked {
  const indicators = useQuery(indicatorsQuery())
  const { pending, failed, observations } = useQueries({
    queries: regions.map(({ code }) => areaObservationsQuery(code, release)),
    combine: (areas) => ({
      pending: areas.some(({ data }) => data === undefined),
      failed: areas.some(({ data, isError }) => data === undefined && isError),
      observations: areas.flatMap(({ data }) => data?.observations ?? [])
    })
  })
  const found = useMemo(
    () => (pending || indicators.data === undefined ? undefined : { indicators: indicators.data.indicators, observations }),
    [pending, indicators.data, observations]
  )
  return { found, failed: failed || (indicators.data === undefined && indicators.isError) }
}
