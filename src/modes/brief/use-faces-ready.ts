import { useEffect, useState } from 'react'

/** Every face that a page is set in: nothing is measured, and no page is called ready, without them. */
const FACES = [
  '500 16px "Barlow Condensed"',
  '600 16px "Barlow Condensed"',
  '400 16px "Barlow Semi Condensed"',
  '400 16px "Noto Sans SC"',
  '600 16px "Noto Sans SC"',
  '700 16px "Noto Serif SC"'
]
/** Characters of each part that a face is split into. */
const SAMPLE = '0衢州市县区年月'

let loaded: Promise<unknown> | undefined

const load = (): Promise<unknown> => {
  loaded ??= Promise.allSettled(FACES.map((face) => document.fonts.load(face, SAMPLE)))
  return loaded
}

export function useFacesReady(): boolean {
  const [ready, setReady] = useState(false)
  useEffect(() => {
    let mounted = true
    void load().then(() => mounted && setReady(true))
    return () => {
      mounted = false
    }
  }, [])
  return ready
}
