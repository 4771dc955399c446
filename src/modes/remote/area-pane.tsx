import { Switch } from '@base-ui/react/switch'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState, type ReactNode } from 'react'
import { SPOTLIGHT_S } from '#contract/remote.ts'
import { boundariesQuery } from '#queries/boundaries-query.ts'
import { areaShapes } from './area-shapes.ts'
import type { PaneProps } from './pane.ts'

interface MapProps {
  readonly root: string
  readonly chosen: string | undefined
  readonly onChoose: (code: string) => void
}

/** The names beside it do the same for who does not see or touch the map. */
function AreaMap({ root, chosen, onChoose }: MapProps): ReactNode {
  const { data } = useQuery(boundariesQuery(root))
  const shapes = useMemo(() => (data === undefined ? undefined : areaShapes(data)), [data])
  if (shapes === undefined) return <div className="area-map" />
  return (
    <svg className="area-map" viewBox={shapes.viewBox} aria-hidden="true">
      {shapes.areas.map(({ code, path }) => (
        <path key={code} d={path} data-area={code} data-chosen={code === chosen} onClick={() => onChoose(code)} />
      ))}
    </svg>
  )
}

const NUMERALS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
const counted = (count: number): string => NUMERALS[count] ?? String(count)

/** One area in the light for a minute, or each of them in turn. */
export function AreaPane({ pack: { info }, remote: { session, send }, names }: PaneProps): ReactNode {
  const shown = session?.shown ?? null
  const [touched, setTouched] = useState<string>()
  const chosen = touched ?? shown?.region ?? names.children[0]?.code
  const name = names.region(chosen) ?? ''
  const spotlight = (): void => {
    if (shown !== null && chosen !== undefined)
      send({ kind: 'show', scene: shown.scene, region: chosen, ...(shown.metric === undefined ? {} : { metric: shown.metric }), seconds: SPOTLIGHT_S })
  }
  return (
    <section className="remote-pane remote-areas" aria-label="聚光">
      <h2>
        <span>聚光一个县(市、区)</span>
        <small>点图或点名</small>
      </h2>
      <AreaMap root={info.root} chosen={chosen} onChoose={setTouched} />
      <div className="area-names" role="group" aria-label="县(市、区)">
        {names.children.map((region) => (
          <button
            key={region.code}
            type="button"
            className="remote-button"
            data-area-button={region.code}
            aria-pressed={region.code === chosen}
            onClick={() => setTouched(region.code)}
          >
            {region.name}
          </button>
        ))}
      </div>
      <button type="button" className="remote-button is-spotlight" disabled={shown === null} onClick={spotlight}>
        <i aria-hidden="true" />
        聚光{name} {SPOTLIGHT_S} 秒
      </button>
      <label className="area-loop">
        <span>{counted(names.children.length)}县循环，每县 10 秒</span>
        <Switch.Root className="remote-switch" checked={shown?.loop ?? false} onCheckedChange={(on) => send({ kind: 'loop', on })}>
          <Switch.Thumb />
        </Switch.Root>
      </label>
    </section>
  )
}
