import { useEffect, useState } from 'react'
import { onClockStep, serverNow } from '#format/clock.ts'

/** The present instant in server time, renewed at each full `step` of milliseconds (a clock that shows minutes turns with them) and when the clock is set. */
export function useNow(step: number): number {
  const [now, setNow] = useState(serverNow)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const turn = (): void => {
      clearTimeout(timer)
      const instant = serverNow()
      setNow(instant)
      timer = setTimeout(turn, step - (instant % step))
    }
    timer = setTimeout(turn, step - (serverNow() % step))
    const end = onClockStep(turn)
    return () => {
      clearTimeout(timer)
      end()
    }
  }, [step])
  return now
}
