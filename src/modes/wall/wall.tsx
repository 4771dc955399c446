import { useCallback, useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react'
import type { PackAnswer, SceneAnswer } from '#contract/endpoints.ts'
import { Dock } from '#modes/shell/dock.tsx'
import { Header, type Connection } from '#modes/shell/header.tsx'
import { useLateFonts } from '#modes/shell/use-late-fonts.ts'
import { useLayout } from '#modes/shell/use-layout.ts'
import { isClockSet } from '#format/clock.ts'
import { dayClockText } from '#format/period.ts'
import { untitledAge } from '#panel-kit/panel-age.ts'
import { confirmedAt } from '#queries/confirmed.ts'
import { useLive } from '#queries/live.tsx'
import { MOTION } from '#tokens/durations.ts'
import { useNow } from '#ui/use-now.ts'
import type { WallView } from '#view/wall-codec.ts'
import { auditedFade, offerWall, type WallState } from './audit-wall.ts'
import { Layer, type Place } from './layer.tsx'
import type { Playing, Run, Step } from './player.ts'
import { inSafeMode, reloadPage } from './reloads.ts'
import { Dim, Orbit } from './screen-care.tsx'
import { useDuties } from './use-duties.ts'
import { useFollow } from './use-follow.ts'
import { useInterrupt } from './use-interrupt.ts'
import { usePainted } from './use-painted.ts'
import { usePlayer } from './use-player.ts'
import { useProgramme } from './use-programme.ts'
import { useShownAnswer } from './use-shown-answer.ts'
import { noteError } from './wall-errors.ts'
import './wall.css'

const LEAD = 3_000
const PATIENCE = 15_000
/** A touch means that somebody reads. */
const LINGER = 120_000
const EXTRA_SECONDS = 30
const NO_NAME = '未命名'

interface WallProps {
  readonly pack: PackAnswer
  readonly url: WallView
  /** The step at which a reload left off. */
  readonly resume: string | undefined
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

const extra = (what: string, step: Omit<Step, 'key' | 'seconds'>, seconds = EXTRA_SECONDS): Step => ({ ...step, key: `extra ${what}`, seconds })

const iso = (instant: number | undefined): string | null => (instant === undefined ? null : new Date(instant).toISOString())

interface Shown {
  readonly answer: SceneAnswer | undefined
  readonly connection: Connection
}

const stateOf = ({ shown, next, leaving, rotations }: Playing, { answer, connection }: Shown): WallState => ({
  scene: shown.step.scene,
  region: shown.step.region ?? null,
  rotations,
  staged: next !== null || leaving !== null,
  connection,
  safe: inSafeMode(),
  release: answer?.release ?? null,
  dataAt: answer === undefined ? null : iso(confirmedAt(answer))
})

/** Panels with a title tell their own age; the header tells that of the others, and without a server when what they show was confirmed. */
function ageOf(answer: SceneAnswer, connection: Connection, now: number, timeZone: string): string | null {
  if (connection !== 'offline') return untitledAge(answer, now, timeZone)
  const at = confirmedAt(answer)
  return at === undefined ? null : `展示 ${dayClockText(at, now, timeZone)} 缓存`
}

/** Scene after scene without anybody: what shows, what is prepared behind it, and around both what tells where one is. */
export function Wall({ pack, url, resume, keeps, forget }: WallProps): ReactNode {
  const { info } = pack
  const theme = url.theme ?? info.wall?.theme ?? 'ink'
  const layout = useLayout(true)
  const now = useNow(60_000)
  const programme = useProgramme(pack, url, now)
  const follow = useFollow(programme)
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({})
  const edge = useRef((): boolean => false)
  const first =
    programme.pinned ?? programme.steps.find(({ key }) => key === resume) ?? programme.steps[0] ?? extra('none', { scene: pack.scenes[0]?.id ?? '' })
  const [player, playing] = usePlayer({ first, follow, onEdge: () => edge.current(), lead: LEAD, patience: PATIENCE, fade: auditedFade(MOTION.scene) })
  const live = useLive()
  const { answer, offline } = useShownAnswer(playing.shown.step)
  const connection: Connection = offline ? 'offline' : live.failed ? 'polling' : 'live'
  const shown = { answer, connection }
  const told = () => {
    const { staged: _staged, safe: _safe, region, ...state } = stateOf(playing, shown)
    return { ...state, region: region ?? undefined, name: url.name ?? NO_NAME, storage: keeps() }
  }
  const duties = useDuties({ told, forget, here: () => playing.shown.step.key })
  useEffect(() => {
    edge.current = () => duties.isReloadDue() && reloadPage(follow(player.state().shown.step)?.key)
  })
  const onPainted = usePainted(player, playing)
  const onFailed = useCallback(
    (run: number, error: Error) => {
      noteError(error)
      player.failed(run)
    },
    [player]
  )
  const onScene = useCallback((scene: string) => player.go(extra(scene, { scene })), [player])
  const onDue = useCallback<Parameters<typeof useInterrupt>[2]>(
    ({ interrupt: { id, scene, region, seconds }, reason }) => {
      const step = extra(id, { scene, region }, seconds)
      setReasons((old) => ({ ...old, [step.key]: reason }))
      player.go(step)
    },
    [player]
  )
  useInterrupt(pack, now, onDue)
  useEffect(() => {
    if (programme.pinned !== null) player.go(programme.pinned)
    else if (player.state().shown.step.key.startsWith('pin ')) player.skip()
  }, [player, programme.pinned])
  useEffect(() => {
    document.documentElement.dataset.theme = theme
    document.title = info.title
  }, [theme, info.title])
  useLateFonts()
  const state = useEffectEvent(() => stateOf(playing, shown))
  useEffect(() => offerWall({ next: () => player.skip(), hold: (on) => player.hold(on), state: () => state() }), [player])

  const { step, run } = { step: playing.shown.step, run: playing.shown.run }
  const stands = playing.held || programme.pinned !== null || programme.steps.length < 2
  const reason = reasons[step.key]
  const why = reason === undefined ? programme.note : `插播：${reason}`
  const note = inSafeMode() ? '安全模式：暂不自动重新加载' : isClockSet() ? why : '时间未与服务器核对'
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
          timeZone={info.timeZone}
          age={answer === undefined ? null : ageOf(answer, connection, now, info.timeZone)}
          note={note}
        />
        <Dock
          pack={pack}
          current={step.scene}
          answer={answer}
          onScene={onScene}
          progress={{ run: `${run} ${playing.since}`, seconds: step.seconds, paused: stands }}
        />
      </Orbit>
      <Dim share={programme.dim} />
    </div>
  )
}
