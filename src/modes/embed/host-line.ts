import { isHostMessage, type FrameMessage, type HostMessage } from './messages.ts'

export interface HostLine {
  /** Goes to the host page once it has said hello; of each kind the last one that was said before. */
  readonly say: (message: FrameMessage) => void
  readonly end: () => void
}

/**
 * The line to the page around this one. It answers nobody but its parent window, and only to the origin that the parent's hello
 * came from: until then it is silent. A second hello from elsewhere changes nothing.
 */
export function openHostLine(onMessage: (message: HostMessage) => void): HostLine {
  const waiting = new Map<string, FrameMessage>()
  let origin: string | undefined
  const post = (message: FrameMessage): void => {
    if (origin !== undefined) window.parent.postMessage(message, origin)
  }
  const heard = ({ source, origin: from, data }: MessageEvent<unknown>): void => {
    if (source !== window.parent || source === window || from === 'null' || from === '' || !isHostMessage(data)) return
    if (origin === undefined && data.type !== 'hello') return
    origin ??= from
    if (from !== origin) return
    if (data.type === 'hello') waiting.forEach(post)
    onMessage(data)
  }
  window.addEventListener('message', heard)
  return {
    say: (message) => {
      // A state that is told already is no news; a ticket is wanted again and again.
      if (message.type === 'state' && JSON.stringify(waiting.get('state')) === JSON.stringify(message)) return
      waiting.set(message.type, message)
      post(message)
    },
    end: () => window.removeEventListener('message', heard)
  }
}
