import { useLayoutEffect, useState, type RefObject } from 'react'

export interface BoxSize {
  readonly width: number
  readonly height: number
}

/**
 * The box's size in CSS px. A display that is unplugged reports 0x0: the last real size stays, since
 * laying out a map at 0x0 throws in ECharts 6.
 */
export function useBoxSize(ref: RefObject<HTMLElement | null>): BoxSize {
  const [size, setSize] = useState<BoxSize>({ width: 0, height: 0 })
  useLayoutEffect(() => {
    const box = ref.current
    if (box === null) return
    const measure = (): void => {
      const { clientWidth: width, clientHeight: height } = box
      if (width > 0 && height > 0) setSize((old) => (old.width === width && old.height === height ? old : { width, height }))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(box)
    return () => observer.disconnect()
  }, [ref])
  return size
}
