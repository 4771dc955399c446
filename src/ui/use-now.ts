import { useEffect, useState } from 'react'

/** The present instant, renewed at each full `step` of milliseconds (a clock that shows minutes turns with them). */
export function useNow(step: number): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const turn = (): void => {
      setNow(Date.now())
      timer = setTimeout(turn, step - (Date.now() % step))
    }
    timer = setTimeout(turn, step - (Date.now() % step))
    return () => clearTimeout(timer)
  }, [step])
  return now
}
