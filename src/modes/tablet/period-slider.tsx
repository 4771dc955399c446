import { Slider } from '@base-ui/react/slider'
import { useCallback, useMemo, useState, type ReactNode } from 'react'
import type { SceneAnswer } from '#contract/endpoints.ts'
import { monthText } from '#format/period.ts'
import type { SetView, View } from '#view/codec.ts'
import { monthAt, monthsOf, periodAt } from '#view/month-slider.ts'
import { Icon } from './icon.tsx'
import { useThrottled } from './use-throttled.ts'
import './tool-dialog.css'
import './period-slider.css'

interface PeriodSliderProps {
  readonly answer: Pick<SceneAnswer, 'observations'>
  readonly view: View
  readonly setView: SetView
}

/** A scene is drawn anew for each month: a finger passes several in this time. */
const WAIT = 120

const textOf = (months: readonly string[], index: number): string => monthText(months[index] ?? '', true)

interface StepProps {
  readonly label: string
  readonly icon: 'back' | 'forward'
  readonly disabled: boolean
  readonly onPress: () => void
}

const Step = ({ label, icon, disabled, onPress }: StepProps): ReactNode => (
  <button type="button" className="round-button" aria-label={label} disabled={disabled} onClick={onPress}>
    <Icon name={icon} />
  </button>
)

/** Where the finger is, until the address has followed. */
function useMonth(months: readonly string[], { view, setView }: Omit<PeriodSliderProps, 'answer'>) {
  const [moving, setMoving] = useState<number>()
  const settle = useCallback(
    (index: number) => {
      setView({ period: periodAt(months, index) }, 'replace')
    },
    [months, setView]
  )
  const { later, flush } = useThrottled(settle, WAIT)
  const slide = (index: number): void => {
    setMoving(index)
    later(index)
  }
  const set = (index: number): void => {
    setMoving(undefined)
    flush(index)
  }
  return { at: moving ?? monthAt(months, view.period), slide, set }
}

/** Looks back month by month. It is there where the scene has months to look back at. */
export function PeriodSlider({ answer, ...change }: PeriodSliderProps): ReactNode {
  const months = useMemo(() => monthsOf(answer), [answer])
  const { at, slide, set } = useMonth(months, change)
  const last = months.length - 1
  if (last < 1) return null
  return (
    <div className="period-slider" role="group" aria-label="期间">
      <Step label="上一月" icon="back" disabled={at <= 0} onPress={() => set(at - 1)} />
      <Slider.Root
        className="period-root"
        value={at}
        min={0}
        max={last}
        step={1}
        largeStep={6}
        onValueChange={(value) => slide(value)}
        onValueCommitted={(value) => set(value)}
      >
        <Slider.Control className="period-control">
          <Slider.Track className="period-track">
            <Slider.Indicator className="period-indicator" />
            <Slider.Thumb className="period-thumb" getAriaLabel={() => '月份'} getAriaValueText={(_, value) => textOf(months, value)} />
          </Slider.Track>
        </Slider.Control>
      </Slider.Root>
      <Step label="下一月" icon="forward" disabled={at >= last} onPress={() => set(at + 1)} />
      <output className="period-month">
        {textOf(months, at)}
        <small>{at === last ? '最新' : ''}</small>
      </output>
    </div>
  )
}
