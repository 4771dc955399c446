import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { RemoteMessage } from '#contract/remote.ts'
import { resetClock, setClock } from '#format/clock.ts'
import { createCommander, LATE } from './commander.ts'

const NOW = '2022-10-26T01:28:00.000Z'

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse(NOW) })
  setClock(NOW)
})
afterEach(() => {
  vi.useRealTimers()
  resetClock()
})

/** A server whose first answer takes `hang` milliseconds. */
function commander(hang: number) {
  const posted: (Pick<RemoteMessage, 'sentAt'> & { kind: string })[] = []
  const errors: string[] = []
  const made = createCommander({
    wall: 'wall-00000001',
    post: async ({ sentAt, command }) => {
      posted.push({ kind: command.kind, sentAt: sentAt - Date.parse(NOW) })
      if (posted.length === 1) await new Promise((resolve) => setTimeout(resolve, hang))
    },
    onError: (error) => errors.push(error instanceof Error ? error.message : '')
  })
  return { ...made, posted, errors }
}

it('gives a command the time of the tap, not that of its turn', async () => {
  const { send, posted, errors } = commander(4_000)
  send({ kind: 'next' })
  await vi.advanceTimersByTimeAsync(1_000)
  send({ kind: 'back' })
  await vi.advanceTimersByTimeAsync(3_000)
  expect(posted).toEqual([
    { kind: 'next', sentAt: 0 },
    { kind: 'back', sentAt: 1_000 }
  ])
  expect(errors).toEqual([])
})

it('drops what has waited too long, and says so once', async () => {
  const { send, posted, errors } = commander(8_000)
  send({ kind: 'next' })
  await vi.advanceTimersByTimeAsync(1_000)
  send({ kind: 'back' })
  send({ kind: 'cover', on: true })
  await vi.advanceTimersByTimeAsync(5_000)
  send({ kind: 'resume' })
  await vi.advanceTimersByTimeAsync(2_000)
  expect(posted.map(({ kind, sentAt }) => [kind, sentAt])).toEqual([
    ['next', 0],
    ['resume', 6_000]
  ])
  expect(errors).toEqual([LATE])
})

it('says nothing of what nobody has tapped', async () => {
  const { send, posted, errors } = commander(8_000)
  send({ kind: 'next' })
  send({ kind: 'ping' })
  await vi.advanceTimersByTimeAsync(8_000)
  expect([posted.length, errors]).toEqual([1, []])
})
