import { readdirSync, readFileSync } from 'node:fs'
import { getPriority } from 'node:os'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { boundariesAnswer, packAnswer, sceneAnswer } from '#contract/snapshot.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { PICTURE_FONTS, pictureFaces } from '#tests/support/picture-fonts.ts'
import type { BookOrder, DeckOrder } from './render-order.ts'
import { RenderProcess } from './render-process.ts'
import { createRow } from './row.ts'
import { GivenUp } from './step.ts'

const snapshot = normal()
const answers = snapshot.document.scenes.map(({ id }) => sceneAnswer(snapshot, { id }))
const shared = { pack: JSON.stringify(packAnswer(snapshot)), address: '/' }
const book: BookOrder = { ...shared, format: 'xlsx', scenes: answers.map((answer) => JSON.stringify(answer)) }
const deck: DeckOrder = {
  ...shared,
  format: 'pptx',
  theme: 'paper',
  scenes: answers.map((answer) => ({
    scene: JSON.stringify(answer),
    boundaries: JSON.stringify(boundariesAnswer(snapshot, { code: answer.root, context: '1' }))
  }))
}

const childrenOf = (): string[] => readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8').trim().split(' ').filter(Boolean)

let before: string[] = []
let [own, child] = [new RenderProcess(PICTURE_FONTS, true), '']
beforeAll(async () => {
  pictureFaces()
  before = childrenOf()
  await own.make(book, { step: () => undefined, signal: new AbortController().signal })
  child = childrenOf().find((pid) => !before.includes(pid)) ?? ''
})
afterAll(() => own.stop())

describe('the process that makes files', () => {
  it('gives way with all its threads, and so does its session', () => {
    const threads = readdirSync(`/proc/${child}/task`).map((thread) => getPriority(Number(thread)))
    expect(threads.length).toBeGreaterThan(8)
    expect(new Set(threads)).toEqual(new Set([10]))
    expect(getPriority(process.pid)).toBeLessThan(10)
    // A kernel may have been built without priorities of sessions.
    const session = readdirSync(`/proc/${child}`).includes('autogroup') ? readFileSync(`/proc/${child}/autogroup`, 'utf8') : 'nice 10'
    expect(session).toContain('nice 10')
  })

  it('hears that it is given up, and goes on with the next', async () => {
    const given = new AbortController()
    const seen: number[] = []
    let slides = 0
    const step = (done: number, of: number): void => {
      seen.push(done)
      slides = of
      given.abort()
    }
    await expect(own.make(deck, { step, signal: given.signal })).rejects.toThrow(GivenUp)
    const sheets: number[] = []
    const bytes = await own.make(book, { step: (done) => sheets.push(done), signal: new AbortController().signal })
    expect(bytes.length).toBeGreaterThan(20_000)
    expect(sheets).toEqual(sheets.map((_, index) => index))
    expect(seen.length).toBeLessThan(slides)
  })

  it('is another one after it has ended, which nobody was waiting for', async () => {
    process.kill(Number(child), 'SIGKILL')
    await expect.poll(childrenOf).toEqual(before)
    expect((await own.make(book, { step: () => undefined, signal: new AbortController().signal })).length).toBeGreaterThan(20_000)
  })

  it('does not begin for what was given up', async () => {
    const idle = new RenderProcess(PICTURE_FONTS, true)
    const children = childrenOf()
    const making = idle.make(book, { step: () => undefined, signal: AbortSignal.abort() })
    expect(childrenOf()).toEqual(children)
    await expect(making).rejects.toThrow(GivenUp)
  })

  it('ends with what it was made for, whatever still waits in the row', async () => {
    const row = createRow<Uint8Array>(9)
    const places = [deck, book].map((order, index) => row.place(String(index), (ways) => own.make(order, ways)))
    await expect.poll(() => places[0]?.standing()).toMatchObject({ state: 'making', of: expect.toSatisfy((of: number) => of > 0) })
    await own.stop()
    for (const place of places) await expect(place.made).rejects.toThrow('no longer made')
    expect(childrenOf()).toEqual(before)
  })
})
