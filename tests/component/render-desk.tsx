import { QueryClientProvider } from '@tanstack/react-query'
import { act, render, screen, waitFor } from '@testing-library/react'
import { http, HttpResponse, type RequestHandler } from 'msw'
import { afterEach, expect, vi } from 'vitest'
import { eventsPath } from '#contract/endpoints.ts'
import type { Snapshot } from '#contract/snapshot.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { mockServer } from '#mocks/node.ts'
import { Desk } from '#modes/desk/desk.tsx'
import { LiveProvider } from '#queries/live.tsx'
import { createQueryClient } from '#queries/query-client.ts'
import { must } from '#tests/support/panel-data.ts'

interface Setting {
  readonly snapshot?: Snapshot
  /** Such as `?theme=hong`. */
  readonly search?: string
  readonly size?: readonly [width: number, height: number]
  /** In place of the mocks' own. */
  readonly handlers?: readonly RequestHandler[]
}

// A loaded machine takes its time.
vi.setConfig({ testTimeout: 30_000 })

let ends: (() => void)[] = []
afterEach(() => {
  for (const end of ends) end()
  ends = []
  vi.useRealTimers()
})

/** Mounts the real desk over mocks, in a window of the given size: a wall of 1920 x 1080 unless told otherwise. */
export function renderDesk({ snapshot = normal(), search = '', size: [width, height] = [1920, 1080], handlers = [] }: Setting = {}) {
  const { server, repository } = mockServer(snapshot)
  server.listen({ onUnhandledRequest: 'error' })
  server.use(...handlers)
  Object.assign(window, { innerWidth: width, innerHeight: height })
  history.replaceState(null, '', `/${search}`)
  const client = createQueryClient()
  const view = render(
    <QueryClientProvider client={client}>
      <LiveProvider>
        <Desk />
      </LiveProvider>
    </QueryClientProvider>
  )
  ends.push(() => {
    view.unmount()
    client.clear()
    server.close()
  })
  return { server, repository, client, ...view }
}

/** The scene stands, with its panels: a tablet lays them out by a chunk of its own. */
export async function sceneShown(title: string): Promise<void> {
  await screen.findByRole('main', { name: title }, { timeout: 15_000 })
  await waitFor(() => expect(document.querySelector('[data-panel]')).not.toBeNull(), { timeout: 15_000 })
}

/** An event stream that the test speaks on and cuts. */
export function eventStream() {
  const controllers = new Set<ReadableStreamDefaultController<Uint8Array>>()
  let open = true
  const handler = http.get(`*${eventsPath}`, ({ request }) => {
    if (!open) return HttpResponse.error()
    let own: ReadableStreamDefaultController<Uint8Array> | undefined
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        own = controller
        controllers.add(controller)
      },
      cancel() {
        if (own !== undefined) controllers.delete(own)
      }
    })
    request.signal.addEventListener('abort', () => {
      if (own !== undefined) controllers.delete(own)
    })
    return new HttpResponse(stream, { headers: { 'content-type': 'text/event-stream' } })
  })
  return {
    handler,
    release: (release: number): void => {
      for (const controller of controllers) controller.enqueue(new TextEncoder().encode(`event: release\ndata: {"release":${release}}\n\n`))
    },
    /** Ends what is open and lets no other in, until `restore`. */
    cut: (): void => {
      open = false
      for (const controller of controllers) controller.close()
      controllers.clear()
    },
    restore: (): void => {
      open = true
    },
    count: (): number => controllers.size
  }
}

/** Timers and the date under the test's control; network answers still come by themselves. */
export const fakeTime = (now = '2022-10-26T01:28:00Z'): void => {
  vi.useFakeTimers({ now: Date.parse(now), toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'] })
}

/** The real clock, taken before any test fakes it: streams and digests take real time. */
const [realTimeout, realNow] = [globalThis.setTimeout, performance.now.bind(performance)]
const breath = (): Promise<void> =>
  new Promise((resolve) => {
    realTimeout(resolve, 2)
  })
const PATIENCE = 15_000

/** Lets time pass (and some ten milliseconds more), and what it set off come to an end. */
export async function pass(milliseconds: number): Promise<void> {
  await act(async () => {
    await vi.advanceTimersByTimeAsync(milliseconds)
  })
  for (let round = 0; round < 10; round += 1)
    await act(async () => {
      await breath()
      await vi.advanceTimersByTimeAsync(1)
    })
}

/** Under fake time: until the check holds. Time creeps by a millisecond a round, since timers of 0 wait for the next. */
export async function until(holds: () => boolean): Promise<void> {
  for (const start = realNow(); realNow() - start < PATIENCE;) {
    if (holds()) return
    await act(async () => {
      await breath()
      await vi.advanceTimersByTimeAsync(1)
    })
  }
  throw new Error(`never came true: ${String(holds)}`)
}

export const panel = (id: string): HTMLElement | null => document.querySelector<HTMLElement>(`[data-panel="${id}"]`)
export const stateOf = (id: string): string | undefined => panel(id)?.dataset.panelState
export const states = (): Record<string, string> =>
  Object.fromEntries([...document.querySelectorAll<HTMLElement>('[data-panel]')].map(({ dataset }) => [dataset.panel ?? '', dataset.panelState ?? '']))
export const textOf = (element: Element | null | undefined): string => (element?.textContent ?? '').replaceAll(/\s/g, '')
export const pageText = (): string => textOf(document.body)

/** The texts of all phrases of one figure, without spaces. */
export const figures = (indicator: string, area = '330800'): string[] => [...document.querySelectorAll(`[data-figure="${indicator}@${area}"]`)].map(textOf)
export const figure = (indicator: string, area = '330800'): HTMLElement =>
  must(document.querySelector<HTMLElement>(`[data-figure="${indicator}@${area}"]`), `figure ${indicator}@${area}`)
export const header = (): string => textOf(document.querySelector('header.header'))
