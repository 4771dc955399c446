import { useQueries, useQuery } from '@tanstack/react-query'
import { useMemo, type ReactNode } from 'react'
import { boundariesQuery } from '#queries/boundaries-query.ts'
import { sceneQuery } from '#queries/scene-query.ts'
import { areaShapes } from './area-shapes.ts'
import type { PaneProps } from './pane.ts'
import { SceneThumb } from './scene-thumb.tsx'

const SECONDS = 20

/** Every scene of the pack, one tap away from the wall. */
export function ScenePane({ pack: { info, scenes }, remote: { session, send }, names }: PaneProps): ReactNode {
  const shown = session?.shown ?? null
  const answers = useQueries({ queries: scenes.map(({ id }) => sceneQuery({ id })) })
  const boundaries = useQuery(boundariesQuery(info.root)).data
  const shapes = useMemo(() => (boundaries === undefined ? undefined : areaShapes(boundaries)), [boundaries])
  const secondsOf = (id: string): number => info.wall?.play.find(({ scene }) => scene === id)?.seconds ?? info.wall?.seconds ?? SECONDS
  const wordsOf = (id: string): string => (shown?.scene === id ? '正在显示' : shown?.next?.scene === id ? '下一屏' : `${secondsOf(id)} 秒`)
  return (
    <section className="remote-pane remote-scenes" aria-label="场景">
      <h2>
        <span>场景</span>
        <small>点选即上墙</small>
      </h2>
      <ul style={{ gridTemplateRows: `repeat(${Math.ceil(scenes.length / 2)}, auto)` }}>
        {scenes.map(({ id }, index) => (
          <li key={id}>
            <button
              type="button"
              data-scene-button={id}
              aria-current={shown?.scene === id ? 'true' : undefined}
              data-next={shown?.next?.scene === id && shown.scene !== id}
              onClick={() => send({ kind: 'show', scene: id })}
            >
              <SceneThumb panels={answers[index]?.data?.scene.panels ?? []} shapes={shapes} theme={shown?.theme ?? 'ink'} />
              <span>
                <b>{names.short(id)}</b>
                <small>{wordsOf(id)}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
