import { afterAll, beforeAll, expect, it } from 'vitest'
import { boundariesAnswer, packAnswer, sceneAnswer } from '#contract/snapshot.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { PICTURE_FONTS, pictureFaces } from '#tests/support/picture-fonts.ts'
import type { BookOrder, DeckOrder } from './render-order.ts'
import { RenderThread } from './render-thread.ts'
import { GivenUp, type Step } from './step.ts'

const snapshot = normal()
const pack = JSON.stringify(packAnswer(snapshot))
const answers = snapshot.document.scenes.map(({ id }) => sceneAnswer(snapshot, { id }))
const scenes = answers.map((answer) => ({
  scene: JSON.stringify(answer),
  boundaries: JSON.stringify(boundariesAnswer(snapshot, { code: answer.root, context: '1' }))
}))
const deck: DeckOrder = { format: 'pptx', theme: 'paper', scenes, pack, address: '/' }
const book: BookOrder = { format: 'xlsx', scenes: scenes.slice(0, 1).map(({ scene }) => scene), pack, address: '/' }

let thread: RenderThread | undefined
beforeAll(() => {
  pictureFaces()
  thread = new RenderThread(PICTURE_FONTS)
})
afterAll(() => thread?.stop())

const make = (order: DeckOrder | BookOrder, step: Step, signal = new AbortController().signal) => thread?.make(order, { step, signal })

it('a deck of all scenes that is given up makes no slide more than the one it is at, and the thread is there for the next', async () => {
  const given = new AbortController()
  const seen: (readonly [done: number, of: number])[] = []
  const told: Step = (done, of) => {
    seen.push([done, of])
    if (done === 5) given.abort()
  }
  await expect(make(deck, told, given.signal)).rejects.toThrow(GivenUp)
  const [last = -1, of = 0] = seen.at(-1) ?? []
  expect(of).toBeGreaterThan(60)
  // Those that were told of while the word was on its way.
  expect(last).toBeLessThan(of / 2)
  const sheets: number[] = []
  expect((await make(book, (done) => sheets.push(done)))?.length).toBeGreaterThan(5_000)
  expect(sheets).toEqual(sheets.map((_, index) => index))
})

it('what was given up before it was begun is the same to it', async () => {
  const given = new AbortController()
  const making = make(deck, () => undefined, given.signal)
  given.abort()
  await expect(making).rejects.toThrow(GivenUp)
})

it('neither what was given up nor what is asked for after the end starts a thread', async () => {
  const idle = new RenderThread('no such folder')
  await expect(idle.make(book, { step: () => undefined, signal: AbortSignal.abort() })).rejects.toThrow(GivenUp)
  await idle.stop()
  await expect(idle.make(book, { step: () => undefined, signal: new AbortController().signal })).rejects.toThrow('no longer made')
})
