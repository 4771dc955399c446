import { QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { afterEach, expect, it } from 'vitest'
import { type RemoteMessage, type RemoteShown, remoteCommandsPath, remotePairPath, remoteSessionPath } from '#contract/remote.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { mockServer } from '#mocks/node.ts'
import { Cast } from '#modes/remote/cast.tsx'
import { keepPairing } from '#modes/remote/pairing.ts'
import { createQueryClient } from '#queries/query-client.ts'
import { request } from '#queries/request.ts'
import type { View } from '#view/codec.ts'

const WALL = { id: 'wall-00000001', name: '主屏' }
const TOKEN = 't'.repeat(43)
const later = (): string => new Date(Date.now() + 900_000).toISOString()
const paired = { token: TOKEN, wall: WALL, expiresAt: later(), code: '123456' }

const SHOWN: RemoteShown = {
  seq: 0,
  scene: 'zonglan',
  theme: 'ink',
  width: 1920,
  height: 1080,
  held: false,
  loop: false,
  cover: false,
  figure: null,
  figures: [],
  next: null,
  endsAt: 0,
  seconds: 20
}

/** The tablet's stream: what the wall says of itself. */
function wallVoice() {
  let stream: ReadableStreamDefaultController<Uint8Array> | undefined
  let last: Partial<RemoteShown> = {}
  const says = (change: Partial<RemoteShown>): void => {
    last = change
    const event = { now: new Date().toISOString(), expiresAt: later(), online: true, wall: WALL, shown: { ...SHOWN, ...change } }
    stream?.enqueue(new TextEncoder().encode(`event: session\ndata: ${JSON.stringify(event)}\n\n`))
  }
  const answer = (): Response => {
    const body = new ReadableStream<Uint8Array>({ start: (controller) => void (stream = controller) })
    says(last)
    return new HttpResponse(body, { headers: { 'content-type': 'text/event-stream' } })
  }
  return { says, answer }
}

/** A wall that obeys at once. */
function obeying({ seq, command }: RemoteMessage): Partial<RemoteShown> {
  if (command.kind !== 'show') return { seq, scene: 'shitang' }
  const { scene, region, metric } = command
  return { seq, scene, ...(region === undefined ? {} : { region }), ...(metric === undefined ? {} : { metric }) }
}

let end = (): void => undefined
afterEach(() => {
  cleanup()
  keepPairing(null)
  end()
})

/** The dialog over a server that takes down what it is told. */
async function renderCast({ status = 202, obey = true, view = {} }: { status?: number; obey?: boolean; view?: View } = {}) {
  const { server } = mockServer(normal())
  server.listen({ onUnhandledRequest: 'error' })
  const wall = wallVoice()
  const told: { token: string | null; message: RemoteMessage }[] = []
  server.use(
    http.get(`*${remoteSessionPath}`, wall.answer),
    http.post(`*${remoteCommandsPath}`, async ({ request: asked }) => {
      const message = (await asked.json()) as RemoteMessage
      told.push({ token: asked.headers.get('authorization'), message })
      if (status !== 202) return HttpResponse.json({ type: 'about:blank', title: '控制权已移交', status }, { status })
      if (obey) wall.says(obeying(message))
      return HttpResponse.json({ seq: message.seq, now: new Date().toISOString() }, { status })
    }),
    http.post(`*${remotePairPath}`, async ({ request: asked }) => {
      const { code } = (await asked.json()) as { code: string }
      if (code !== '654321') return HttpResponse.json({ type: 'about:blank', title: '配对码不对或已过期', status: 404 }, { status: 404 })
      return HttpResponse.json({ token: TOKEN, wall: WALL, expiresAt: later(), now: new Date().toISOString() })
    })
  )
  const client = createQueryClient()
  end = () => {
    client.clear()
    server.close()
  }
  const pack = await request('pack', {})
  const tool = {
    pack,
    answer: undefined,
    view: { scene: 'shitang', region: '330803', metric: 'st.canteens', ...view },
    setView: () => undefined,
    onClose: () => undefined
  }
  render(
    <QueryClientProvider client={client}>
      <Cast {...tool} />
    </QueryClientProvider>
  )
  return { told, says: wall.says, user: userEvent.setup() }
}

it('puts the view on the wall as soon as it opens on a paired tablet', async () => {
  keepPairing(paired)
  const { told, user } = await renderCast()
  expect(await screen.findByText(/已投到/)).toHaveTextContent('已投到 主屏共享食堂 · 衢江区')
  const show = { kind: 'show', scene: 'shitang', region: '330803', metric: 'st.canteens', seconds: 60 }
  expect(told).toEqual([{ token: `Bearer ${TOKEN}`, message: { wall: WALL.id, seq: expect.any(Number), sentAt: expect.any(Number), command: show } }])
  await user.click(screen.getByRole('button', { name: '停留' }))
  await user.click(await screen.findByRole('button', { name: '继续轮播' }))
  await user.click(screen.getByRole('button', { name: '返回轮播' }))
  await user.click(screen.getByRole('button', { name: '聚光 60 秒' }))
  await expect
    .poll(() => told.map(({ message }) => message.command))
    .toEqual([show, { kind: 'hold', on: true }, { kind: 'hold', on: false }, { kind: 'resume' }, show])
  const numbers = told.map(({ message }) => message.seq)
  expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b))
})

it('asks for the code on one that is not, and casts then', async () => {
  const { told, user } = await renderCast()
  expect(screen.getByRole('link', { name: '遥控页' })).toHaveAttribute('href', '/remote')
  const [first] = screen.getAllByRole('textbox')
  await user.type(first ?? document.body, '111111')
  expect(await screen.findByText('配对码不对或已过期')).toBeInTheDocument()
  expect(told).toEqual([])
  await user.type(screen.getAllByRole('textbox')[0] ?? document.body, '654321')
  expect(await screen.findByText(/已投到/)).toBeInTheDocument()
  expect(told).toHaveLength(1)
})

it('says when another tablet has taken over, and asks for a code again', async () => {
  keepPairing(paired)
  await renderCast({ status: 409 })
  expect(await screen.findByText('控制权已移交')).toBeInTheDocument()
  expect(screen.getByText('大屏上的六位配对码')).toBeInTheDocument()
})

it('says that it is on the wall once the wall says so', async () => {
  keepPairing(paired)
  const { told, says } = await renderCast({ obey: false })
  await expect.poll(() => told.length).toBe(1)
  const seq = told[0]?.message.seq ?? 0
  const place = { scene: 'shitang', region: '330803', metric: 'st.canteens' }
  for (const shown of [{ ...place, seq: seq - 1 }, { seq }, { ...place, seq, region: '330802' }]) {
    says(shown)
    await act(() => new Promise((resolve) => setTimeout(resolve, 50)))
    expect(screen.getByText(/正在投到/)).toHaveTextContent('正在投到 主屏共享食堂 · 衢江区')
  }
  says({ ...place, seq: seq + 1 })
  expect(await screen.findByText(/已投到/)).toBeInTheDocument()
})

it.each<[View, string]>([
  [{ period: '2022-09' }, '大屏显示最新月份'],
  [{ release: 1, period: '2022-09' }, '大屏显示最新一版、最新月份'],
  [{ root: '330803' }, '大屏显示衢州市全域']
])('says what the wall shows instead of %j', async (view, words) => {
  keepPairing(paired)
  await renderCast({ view })
  expect(await screen.findByText(words)).toBeInTheDocument()
})

it('says nothing of that where the wall shows the same', async () => {
  keepPairing(paired)
  await renderCast({ view: { root: '330800' } })
  expect(await screen.findByText(/已投到/)).not.toHaveTextContent('大屏显示')
})
