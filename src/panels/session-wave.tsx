import { useCallback, useLayoutEffect, useMemo, useRef } from 'react'
import type { ChartContext } from '#charts/panel-data.ts'
import { columnWidth, layout } from '#charts/session-wave-layout.ts'
import { option } from '#charts/session-wave-option.ts'
import { meaning } from '#charts/session-wave-words.ts'
import { model, options, sessionName, sessionText, summary, table, type Session, type SessionWaveModel } from '#charts/session-wave.ts'
import type { Panel } from '#contract/scene.ts'
import { ChartHost, type Hotspot } from '#panel-kit/chart-host.tsx'
import { definePanel, type PanelViewProps } from '#panel-kit/define-panel.tsx'
import { PanelScope } from '#panel-kit/panel-scope.tsx'
import { useScene } from '#panel-kit/scene-context.ts'
import { DemoTag } from '#ui/tags.tsx'
import './session-wave.css'

/** Where a finger meets a half-moon: its middle, a little off the straight side. */
const MIDDLE = 0.45

function useHotspots(wave: SessionWaveModel): readonly Hotspot[] {
  const { rem } = useScene()
  return useMemo(() => {
    const { indicator, sessions, unit } = wave
    const label = (session: Session): string =>
      [sessionName(session), sessionText(session, unit), session.demo ? '演示' : ''].filter((word) => word !== '').join(' ')
    return sessions.map((session, index) => ({
      key: String(session.number),
      width: 5,
      height: 4,
      label: label(session),
      at: (chart) => {
        const { moons, radius } = layout(wave, { width: chart.getWidth(), height: chart.getHeight(), rem })
        const { x, y, up } = moons[index] ?? { x: 0, y: 0, up: true }
        return [x, y + (up ? -1 : 1) * radius * MIDDLE]
      },
      ...(indicator === null || session.demands === null
        ? {}
        : { subject: { indicator, observation: session.demands, text: `${sessionName(session)} ${sessionText(session, unit)}` } })
    }))
  }, [wave, rem])
}

const Key = ({ wave, panel }: { readonly wave: SessionWaveModel; readonly panel: Panel }) => (
  <p className="wave-key">
    <PanelScope panel={panel} />
    {wave.sessions.some(({ demo }) => demo) && <DemoTag>{wave.namesDemo ? '分期诉求数与日期为演示' : '分期诉求数为演示'}</DemoTag>}
    <span>{meaning(wave)}</span>
  </p>
)

/** The whole wave; on a phone it scrolls sideways and starts at the latest session. */
function SessionWave({ model: wave, panel, muted }: PanelViewProps<SessionWaveModel>) {
  const { frame } = useScene()
  const build = useCallback((context: ChartContext) => option(wave, context), [wave])
  const hotspots = useHotspots(wave)
  const scroller = useRef<HTMLDivElement>(null)
  const narrow = frame === 'phone'
  useLayoutEffect(() => {
    const box = scroller.current
    if (narrow && box !== null) box.scrollLeft = box.scrollWidth
  }, [narrow, wave.sessions.length])
  return (
    <>
      <div ref={scroller} className="wave">
        <div className="wave-water" style={narrow ? { minWidth: `${columnWidth(wave)}rem` } : undefined}>
          <ChartHost panel={panel.id} build={build} muted={muted} label="各期诉求" hotspots={hotspots} marks="moons" />
        </div>
      </div>
      <Key wave={wave} panel={panel} />
    </>
  )
}

export const panel = definePanel({ kind: 'session-wave', options, model, summary, table, View: SessionWave, bare: true, paintsLater: () => true })
