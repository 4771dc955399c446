import { useEffect, useRef, useState, type CSSProperties, type PointerEvent, type ReactNode } from 'react'
import type { RemoteShown } from '#contract/remote.ts'
import { useNow } from '#ui/use-now.ts'
import { formatView } from '#view/codec.ts'
import type { PaneProps } from './pane.ts'

const WALL = { width: 1920, height: 1080 }
/** A finger's way in as many steps as the server lets through. */
const POINT_EVERY = 33

const addressOf = ({ scene, region, metric, theme }: RemoteShown): string => `/${formatView({ scene, region, metric, theme })}`

/** Goes to another view inside the page that stands there: it is not loaded anew. */
function navigate(frame: HTMLIFrameElement | null, address: string): void {
  const inside = frame?.contentWindow
  if (inside === null || inside === undefined || inside.location.pathname !== '/') return
  inside.history.replaceState(null, '', address)
  inside.dispatchEvent(new PopStateEvent('popstate'))
}

/** The same app in the wall's own size, scaled down: what the wall shows, drawn here from the same data. */
function Frame({ shown }: { readonly shown: RemoteShown }): ReactNode {
  const box = useRef<HTMLDivElement>(null)
  const frame = useRef<HTMLIFrameElement>(null)
  const [scale, setScale] = useState(0)
  const address = addressOf(shown)
  const [first] = useState(address)
  const [width, height] = [shown.width || WALL.width, shown.height || WALL.height]
  useEffect(() => {
    const element = box.current
    if (element === null) return
    const observer = new ResizeObserver(() => setScale(element.clientWidth / width))
    observer.observe(element)
    return () => observer.disconnect()
  }, [width])
  useEffect(() => navigate(frame.current, address), [address])
  return (
    <div ref={box} className="remote-frame" style={{ aspectRatio: `${width} / ${height}` }} inert>
      {/* oxlint-disable-next-line react/iframe-missing-sandbox -- this very app of this very origin: a sandbox that lets it run keeps nothing out */}
      <iframe
        ref={frame}
        src={first}
        title="大屏预览"
        tabIndex={-1}
        onLoad={() => navigate(frame.current, address)}
        style={{ width, height, transform: `scale(${scale})` }}
      />
    </div>
  )
}

function Progress({ endsAt, seconds, held }: RemoteShown): ReactNode {
  const left = endsAt - useNow(1_000)
  const share = seconds === 0 ? 0 : Math.min(1, Math.max(0, 1 - left / (seconds * 1_000)))
  return <i className="remote-progress" data-held={held} style={{ '--share': share } as CSSProperties} aria-hidden="true" />
}

/** A touch on the picture is a dot of light on the wall. */
export function Preview({ remote: { session, online, send } }: PaneProps): ReactNode {
  const last = useRef(-Infinity)
  const shown = session?.shown ?? null
  const point = ({ currentTarget, clientX, clientY, timeStamp, buttons, pointerType }: PointerEvent<HTMLDivElement>): void => {
    if (timeStamp - last.current < POINT_EVERY || (pointerType === 'mouse' && buttons === 0)) return
    last.current = timeStamp
    const { left, top, width, height } = currentTarget.getBoundingClientRect()
    const within = (share: number): number => Math.min(1, Math.max(0, share))
    send({ kind: 'point', x: within((clientX - left) / width), y: within((clientY - top) / height) })
  }
  return (
    <div
      className="remote-preview"
      data-online={online}
      data-laser
      onPointerDown={point}
      onPointerMove={point}
      role="img"
      aria-label="大屏预览，手指在上面移动即为激光笔"
    >
      {shown === null ? <div className="remote-frame" style={{ aspectRatio: '16 / 9' }} /> : <Frame key={`${shown.width} ${shown.height}`} shown={shown} />}
      {shown?.cover === true && <p className="remote-veil">封面</p>}
      {!online && <p className="remote-veil">大屏离线</p>}
      {shown !== null && <Progress {...shown} />}
    </div>
  )
}
