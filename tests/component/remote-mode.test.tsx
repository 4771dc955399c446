import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { remoteCommandsPath, remotePairPath, remoteSessionPath } from '#contract/remote.ts'
import { wallsPath } from '#contract/walls.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { mockServer } from '#mocks/node.ts'
import { currentPairing, dropPairing, keepPairing } from '#modes/remote/pairing.ts'
import { RemoteMode } from '#modes/remote/remote-mode.tsx'
import { createQueryClient } from '#queries/query-client.ts'

const HALL = { id: 'wall-00000001', name: '主屏' }
const MEETING = { id: 'wall-00000002', name: '会议室' }
const [A, B] = ['a'.repeat(43), 'b'.repeat(43)]
const later = (): string => new Date(Date.now() + 900_000).toISOString()
const NO_MEDIA = { matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }
const QUESTION = { name: '改为控制这块大屏？' }

let end = (): void => undefined
beforeEach(() => void vi.stubGlobal('matchMedia', () => NO_MEDIA))
afterEach(() => {
  cleanup()
  keepPairing(null)
  end()
  vi.unstubAllGlobals()
})

/** The page as an address opened it, over a server with two walls that notes what it is asked. */
function renderRemote(address: string, { paired, known = true }: { paired: boolean; known?: boolean }) {
  const { server } = mockServer(normal())
  const asked: string[] = []
  const token = (request: Request): string => request.headers.get('authorization')?.at(-1) ?? ''
  server.listen({ onUnhandledRequest: 'error' })
  server.use(
    http.get(`*${wallsPath}`, () => HttpResponse.json({ now: new Date().toISOString(), build: 'aaaaaaaaaaaa', operator: false, walls: [] })),
    http.post(`*${remotePairPath}`, async ({ request }) => {
      const { code } = (await request.json()) as { code: string }
      asked.push(`pair ${code}`)
      if (code !== '654321') return HttpResponse.json({ type: 'about:blank', title: '配对码不对或已过期', status: 404 }, { status: 404 })
      return HttpResponse.json({ token: B, wall: MEETING, expiresAt: later(), now: new Date().toISOString() })
    }),
    http.get(`*${remoteSessionPath}`, ({ request }) => {
      if (!known && token(request) === 'a') return new HttpResponse(null, { status: 401 })
      const [wall, now] = [token(request) === 'a' ? HALL : MEETING, new Date().toISOString()]
      const event = `event: session\ndata: ${JSON.stringify({ now, expiresAt: later(), online: true, wall, shown: null })}\n\n`
      const body = new ReadableStream({ start: (controller) => controller.enqueue(new TextEncoder().encode(event)) })
      return new HttpResponse(body, { headers: { 'content-type': 'text/event-stream' } })
    }),
    http.delete(`*${remoteSessionPath}`, ({ request }) => {
      asked.push(`leave ${token(request)}`)
      return new HttpResponse(null, { status: 204 })
    }),
    http.post(`*${remoteCommandsPath}`, async ({ request }) => {
      const { wall, seq } = (await request.json()) as { wall: string; seq: number }
      asked.push(`${wall} ${token(request)}`)
      return HttpResponse.json({ seq, now: new Date().toISOString() }, { status: 202 })
    })
  )
  if (paired) keepPairing({ token: A, wall: HALL, expiresAt: later(), code: '123456' })
  history.replaceState(null, '', address)
  const client = createQueryClient()
  render(
    <QueryClientProvider client={client}>
      <RemoteMode />
    </QueryClientProvider>
  )
  end = () => {
    client.clear()
    server.close()
  }
  return { asked, user: userEvent.setup() }
}

it('asks before it goes over to the wall whose code was scanned, and lets the other one go', async () => {
  const { asked, user } = renderRemote('/remote?code=654321', { paired: true })
  expect(await screen.findByRole('dialog', QUESTION)).toHaveTextContent('本机正在控制 主屏')
  expect([location.search, asked.filter((it) => it.startsWith('pair'))]).toEqual(['', []])
  await user.click(screen.getByRole('button', { name: '改为控制' }))
  expect(await screen.findByText('会议室')).toBeInTheDocument()
  await expect.poll(() => asked).toContain('leave a')
  await expect.poll(() => asked.at(-1)).toBe(`${MEETING.id} b`)
  expect([currentPairing()?.wall, screen.queryByRole('dialog')]).toEqual([MEETING, null])
})

it('stays with its wall when that is wanted', async () => {
  const { asked, user } = renderRemote('/remote?code=654321', { paired: true })
  await user.click(await screen.findByRole('button', { name: '继续控制 主屏' }))
  expect([screen.queryByRole('dialog'), currentPairing()?.wall, location.search]).toEqual([null, HALL, ''])
  expect(asked.filter((it) => !it.startsWith(HALL.id))).toEqual([])
})

it('stays with its wall when the code is none any more, and says so', async () => {
  const { asked, user } = renderRemote('/remote?code=111111', { paired: true })
  await user.click(await screen.findByRole('button', { name: '改为控制' }))
  expect(await screen.findByText('配对码不对或已过期')).toBeInTheDocument()
  expect([currentPairing()?.wall, asked.includes('leave a')]).toEqual([HALL, false])
})

it('asks nothing when it is not paired, and uses the code once', async () => {
  const { asked, user } = renderRemote('/remote?code=654321', { paired: false })
  await user.click(await screen.findByRole('button', { name: '断开' }))
  expect(await screen.findByText('大屏上的六位配对码')).toBeInTheDocument()
  expect([asked.filter((it) => it.startsWith('pair')), screen.queryByRole('dialog')]).toEqual([['pair 654321'], null])
})

it('asks nothing when its wall knows nothing of it any more', async () => {
  renderRemote('/remote?code=654321', { paired: true, known: false })
  expect(await screen.findByText('会议室')).toBeInTheDocument()
  expect(currentPairing()?.wall).toEqual(MEETING)
})

it('drops a code that is none from the address', async () => {
  renderRemote('/remote?code=12', { paired: true })
  expect(await screen.findByText('主屏')).toBeInTheDocument()
  expect([location.search, screen.queryByRole('dialog')]).toEqual(['', null])
})

it('keeps a pairing that has come in the place of the one that is over', () => {
  keepPairing({ token: B, wall: MEETING, expiresAt: later(), code: '654321' })
  expect([dropPairing(A), currentPairing()?.wall]).toEqual([false, MEETING])
  expect([dropPairing(B), currentPairing()]).toEqual([true, null])
})
