import { useLayoutEffect, useMemo, useRef, type ReactNode } from 'react'
import { qrOf } from './qr.ts'

/** Whole px for each module, as many as there is room for: an edge between pixels is hard to read. */
const [LEAST, ROOM] = [3, 232]

/** The link to be read off by a phone. */
export function QrCode({ link }: { readonly link: string }): ReactNode {
  const canvas = useRef<HTMLCanvasElement>(null)
  const qr = useMemo(() => qrOf(link), [link])
  useLayoutEffect(() => {
    if (canvas.current !== null) qr.drawOn(canvas.current)
  }, [qr])
  const side = qr.size * Math.max(LEAST, Math.floor(ROOM / qr.size))
  return <canvas ref={canvas} className="share-code" style={{ width: side, height: side }} role="img" aria-label="链接的二维码" data-link={link} />
}
