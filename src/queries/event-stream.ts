import { eventsPath, HeartbeatEvent, ReleaseEvent } from '#contract/endpoints.ts'
import { openStream, type StreamState } from './stream.ts'

interface StreamOptions {
  readonly onRelease: (release: number) => void
  readonly onState: (state: StreamState) => void
  readonly random?: () => number
}

interface News {
  readonly release?: number
  readonly now?: string
}

function read(event: string, data: unknown): News | undefined {
  const schema = event === 'release' ? ReleaseEvent : event === 'heartbeat' ? HeartbeatEvent : undefined
  const { success = false, data: news } = schema?.safeParse(data) ?? {}
  return success ? news : undefined
}

/** Listens to `/events` for good. Returns a function that stops it. */
export const openEventStream = ({ onRelease, onState, random }: StreamOptions): (() => void) =>
  openStream<News>({
    address: eventsPath,
    read,
    onNews: ({ release }) => {
      if (release !== undefined) onRelease(release)
    },
    onState,
    ...(random === undefined ? {} : { random })
  })
