import { useCallback, useMemo, useState, type ReactNode } from 'react'
import type { PackAnswer } from '#contract/endpoints.ts'
import { Boundary } from '#panel-kit/boundary.tsx'
import { Scene } from '#scenes/scene.tsx'
import { THEMES, type ThemeId } from '#tokens/themes.ts'
import type { View } from '#view/codec.ts'
import type { Layout } from '#view/form.ts'
import { PlainFigures } from './plain-figures.tsx'
import type { Run } from './player.ts'

export type Place = 'leaving' | 'shown' | 'next'

interface LayerProps {
  readonly run: Run
  readonly place: Place
  readonly pack: PackAnswer
  readonly layout: Layout
  readonly theme: ThemeId
  readonly onPainted: (run: number, done: boolean) => void
  readonly onFailed: (run: number, error: Error) => void
  readonly onScene: (scene: string) => void
}

/** The first one does not take the place of another. */
const FIRST = 1

const broken = (): ReactNode => <PlainFigures note="本屏显示出错，先列数字，稍后自动恢复" />

/** One scene of the wall, from its preparation behind the shown one to its end. What is not shown can be neither reached nor read. */
export function Layer({ run: { run, step }, place, pack, layout, theme, onPainted, onFailed, onScene }: LayerProps): ReactNode {
  const [touched, setTouched] = useState<Partial<View>>({})
  const view = useMemo((): View => ({ scene: step.scene, region: step.region, metric: step.metric, theme, ...touched }), [step, theme, touched])
  const setView = useCallback(
    ({ scene, ...change }: Partial<View>) => {
      if (scene === undefined) setTouched((old) => ({ ...old, ...change }))
      else onScene(scene)
    },
    [onScene]
  )
  const report = useCallback((done: boolean) => onPainted(run, done), [onPainted, run])
  return (
    <div className="wall-layer" data-stage={place} inert={place !== 'shown'}>
      <Boundary resetKey={pack.release} onError={(error) => onFailed(run, error)} fallback={broken}>
        <Scene
          id={step.scene}
          pack={pack}
          view={view}
          setView={setView}
          layout={layout}
          theme={THEMES[theme]}
          unattended
          entering={run > FIRST && place !== 'next'}
          report={report}
        />
      </Boundary>
    </div>
  )
}
