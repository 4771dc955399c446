import { useEffect, useMemo, useState, type ReactNode } from 'react'
import type { PackAnswer } from '#contract/endpoints.ts'
import { isClockSet } from '#format/clock.ts'
import { Dock } from '#modes/shell/dock.tsx'
import { Header } from '#modes/shell/header.tsx'
import { useLateFonts } from '#modes/shell/use-late-fonts.ts'
import { useLayout } from '#modes/shell/use-layout.ts'
import type { ThemeId } from '#tokens/themes.ts'
import { useNow } from '#ui/use-now.ts'
import type { WallView } from '#view/wall-codec.ts'
import { Layer, type Place } from './layer.tsx'
import type { Playing, Run, Step } from './player.ts'
import { inSafeMode } from './reloads.ts'
import { Dim, Orbit } from './screen-care.tsx'
import { headerAge } from './shown.ts'
import { extraStep, useCalls } from './use-calls.ts'
import { usePlayback } from './use-playback.ts'
import { useProgramme, type Programme } from './use-programme.ts'
import { NO_STEER, WallRemote } from './wall-remote.tsx'
import './wall.css'

/** A touch means that somebody reads. */
const LINGER = 120_000
const NO_NAME = '未命名'

interface WallProps {
  readonly pack: PackAnswer
  readonly url: WallView
  /** The step at which a reload left off. */
  readonly resume: string | undefined
  /** The server wants a token that this wall does not have. */
  readonly refused: boolean
  /** Whether the browser keeps anything. */
  readonly keeps: () => boolean
  readonly forget: () => Promise<unknown>
}

/** In the order of their runs, so that a scene keeps its place in the page from its preparation to its end. */
function layersOf({ leaving, shown, next }: Playing): readonly (readonly [Run, Place])[] {
  const layers: (readonly [Run | null, Place])[] = [
    [leaving, 'leaving'],
    [shown, 'shown'],
    [next, 'next']
  ]
  return layers.flatMap(([run, place]) => (run === null ? [] : [[run, place] as const])).toSorted(([a], [b]) => a.run - b.run)
}

const firstStep = ({ pinned, steps }: Programme, { scenes }: PackAnswer, resume: string | undefined): Step =>
  pinned ?? steps.find(({ key }) => key === resume) ?? steps[0] ?? extraStep('none', { scene: scenes[0]?.id ?? '' })

/** Why the wall shows what it shows; the gravest first. */
function noteOf(programme: Programme, refused: boolean, reason: string | undefined, steered: string | null): string | null {
  if (refused) return '本屏未获授权，请重新设置'
  if (inSafeMode()) return '安全模式：暂不自动重新加载'
  if (!isClockSet()) return '时间未与服务器核对'
  return reason === undefined ? (steered ?? programme.note) : `插播：${reason}`
}

/** A tablet may have put the areas of a scene in place of the round. */
function usePlayed(programme: Programme, loop: readonly Step[] | null): Programme {
  return useMemo(() => (loop === null ? programme : { ...programme, steps: loop, pinned: null }), [programme, loop])
}

function useDocument(theme: ThemeId, title: string): void {
  useEffect(() => {
    document.documentElement.dataset.theme = theme
    document.title = title
  }, [theme, title])
}

/** Scene after scene without anybody: what shows, what is prepared behind it, and around both what tells where one is. */
export function Wall({ pack, url, resume, refused, keeps, forget }: WallProps): ReactNode {
  const { info } = pack
  const theme = url.theme ?? info.wall?.theme ?? 'ink'
  const layout = useLayout(true)
  const now = useNow(60_000)
  const programme = useProgramme(pack, url, now)
  const [steer, setSteer] = useState(NO_STEER)
  const played = usePlayed(programme, steer.loop)
  const first = firstStep(programme, pack, resume)
  const { player, playing, shown, onPainted, onFailed } = usePlayback({ programme: played, first, name: url.name ?? NO_NAME, keeps, forget })
  const { onScene, reasonOf } = useCalls(player, pack, programme, now)
  useDocument(theme, info.title)
  useLateFonts()
  const { run, step } = playing.shown
  const { answer, connection } = shown
  const paused = playing.held || played.pinned !== null || played.steps.length < 2
  return (
    <div className="wall" onPointerDown={() => player.linger(LINGER)}>
      <Orbit>
        {layersOf(playing).map(([it, place]) => (
          <Layer key={it.run} run={it} place={place} pack={pack} layout={layout} theme={theme} onPainted={onPainted} onFailed={onFailed} onScene={onScene} />
        ))}
        <Header
          title={info.title}
          product={info.product}
          regionName={answer?.regions.find(({ code }) => code === info.root)?.name ?? ''}
          dataPeriod={answer?.dataPeriod ?? null}
          connection={connection}
          pinned={undefined}
          release={answer?.release}
          timeZone={info.timeZone}
          age={headerAge(shown, now, info.timeZone)}
          note={noteOf(programme, refused, reasonOf(step), steer.note)}
        />
        <Dock pack={pack} current={step.scene} answer={answer} onScene={onScene} progress={{ run: `${run} ${playing.since}`, seconds: step.seconds, paused }} />
      </Orbit>
      <WallRemote player={player} playing={playing} pack={pack} programme={programme} theme={theme} onSteer={setSteer} />
      <Dim share={programme.dim} />
    </div>
  )
}
