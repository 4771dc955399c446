import { useEffect } from 'react'
import { setReady } from '#panel-kit/ready.tsx'

/** A page to read at a desk: light, one column, text of the browser's own size. */
export function useOperatorPage(title: string, shown: boolean): void {
  useEffect(() => {
    const { dataset, style } = document.documentElement
    Object.assign(dataset, { theme: 'paper', form: 'column' })
    style.fontSize = '16px'
    document.title = title
  }, [title])
  useEffect(() => {
    if (shown) void Promise.resolve(document.fonts?.ready).then(() => setReady(true))
  }, [shown])
}
