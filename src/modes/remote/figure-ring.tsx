import { useLayoutEffect, useState, type ReactNode } from 'react'

interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** In rem, around the figure. */
const AIR = 0.75

function boxOf(figure: string): Box | null {
  const element = document.querySelector(`[data-stage="shown"] [data-figure="${CSS.escape(figure)}"]`)
  if (element === null) return null
  const { left, top, width, height } = element.getBoundingClientRect()
  return width === 0 ? null : { left, top, width, height }
}

/** A ring around a figure on the wall: it lies over the scene, which does not move. `run` is another one when the scene is. */
export function FigureRing({ figure, run }: { readonly figure: string; readonly run: number }): ReactNode {
  const [box, setBox] = useState<Box | null>(null)
  useLayoutEffect(() => {
    const measure = (): void => setBox(boxOf(figure))
    measure()
    window.addEventListener('resize', measure)
    return () => window.removeEventListener('resize', measure)
  }, [figure, run])
  if (box === null) return null
  const air = `${AIR}rem`
  return (
    <div
      className="figure-ring"
      data-ring={figure}
      style={{
        left: `calc(${box.left}px - ${air})`,
        top: `calc(${box.top}px - ${air})`,
        width: `calc(${box.width}px + 2 * ${air})`,
        height: `calc(${box.height}px + 2 * ${air})`
      }}
    />
  )
}
