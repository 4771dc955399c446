import { useEffect, useState } from 'react'

const FACES = [
  '500 16px "Barlow Condensed"',
  '600 16px "Barlow Condensed"',
  '400 16px "Barlow Semi Condensed"',
  '400 16px "Noto Sans SC"',
  '600 16px "Noto Sans SC"'
]
const PATIENCE = 3_000

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })

/** jsdom, old shells and a server have no font loading: there is nothing to wait for then. */
const fontSet = (): FontFaceSet | undefined => (typeof document !== 'undefined' && 'fonts' in document ? document.fonts : undefined)

let loaded: Promise<unknown> | undefined

function loadFaces(): Promise<unknown> {
  const fonts = fontSet()
  if (fonts === undefined) return Promise.resolve()
  loaded ??= Promise.race([Promise.allSettled(FACES.map((face) => fonts.load(face, '0衢州市县区年月'))), wait(PATIENCE)])
  return loaded
}

/** Canvas text does not swap by itself: charts wait a moment for the faces, and are drawn again when later ones arrive. */
export function useFontsReady(): { readonly ready: boolean; readonly epoch: number } {
  const [ready, setReady] = useState(() => fontSet() === undefined)
  const [epoch, setEpoch] = useState(0)
  useEffect(() => {
    let mounted = true
    void loadFaces().then(() => {
      if (mounted) setReady(true)
    })
    const redraw = (): void => setEpoch((count) => count + 1)
    fontSet()?.addEventListener('loadingdone', redraw)
    return () => {
      mounted = false
      fontSet()?.removeEventListener('loadingdone', redraw)
    }
  }, [])
  return { ready, epoch }
}
