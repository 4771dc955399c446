import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { RemoteShown } from '#contract/remote.ts'
import type { SceneAnswer } from '#contract/endpoints.ts'
import { sceneQuery } from '#queries/scene-query.ts'
import type { PaneProps } from './pane.ts'
import { figuresOf, metricsOf } from './scene-choices.ts'

interface ListProps extends PaneProps {
  readonly shown: RemoteShown
  readonly answer: SceneAnswer
}

function Metrics({ shown: { scene, region, metric }, answer, remote: { send } }: ListProps): ReactNode {
  const metrics = metricsOf(answer)
  if (metrics.length < 2) return null
  const chosen = metric ?? metrics[0]?.id
  return (
    <>
      <h3>指标</h3>
      <div className="more-choices" role="group" aria-label="指标">
        {metrics.map(({ id, label }) => (
          <button
            key={id}
            type="button"
            className="remote-button"
            data-metric-button={id}
            aria-pressed={id === chosen}
            onClick={() => send({ kind: 'show', scene, ...(region === undefined ? {} : { region }), metric: id })}
          >
            {label}
          </button>
        ))}
      </div>
    </>
  )
}

function Figures({ shown, answer, names, remote: { send } }: ListProps): ReactNode {
  const figures = figuresOf(answer, shown.figures, names)
  if (figures.length === 0) return null
  return (
    <>
      <h3>圈出一个数字</h3>
      <div className="more-choices" role="group" aria-label="圈出一个数字">
        {figures.map(({ key, name, phrase }) => (
          <button
            key={key}
            type="button"
            className="remote-button is-figure"
            data-figure-button={key}
            aria-pressed={key === shown.figure}
            onClick={() => send({ kind: 'highlight', figure: key === shown.figure ? null : key })}
          >
            <small>{name}</small>
            <b>{phrase}</b>
          </button>
        ))}
      </div>
    </>
  )
}

/** For who talks before the wall: the cover, the metric, a ring around a figure. The light is on the preview. */
export function MorePane(props: PaneProps): ReactNode {
  const { session, send } = props.remote
  const shown = session?.shown ?? null
  const { data: answer } = useQuery({ ...sceneQuery({ id: shown?.scene ?? '', region: shown?.region }), enabled: shown !== null })
  const cover = shown?.cover ?? false
  return (
    <section className="remote-pane remote-more" aria-label="讲解">
      <h2>
        <span>讲解</span>
        <small>手指在预览上移动即为激光笔</small>
      </h2>
      <button type="button" className="remote-button is-cover" aria-pressed={cover} onClick={() => send({ kind: 'cover', on: !cover })}>
        {cover ? '收起封面' : '换成封面'}
      </button>
      {shown !== null && answer !== undefined && (
        <>
          <Metrics {...props} shown={shown} answer={answer} />
          <Figures {...props} shown={shown} answer={answer} />
        </>
      )}
    </section>
  )
}
