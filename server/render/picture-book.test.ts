import { describe, expect, it } from 'vitest'
import { buildAnswer } from '#server/answers/answer.ts'
import { createPictureBook, type PictureRequest } from './picture-book.ts'
import type { ThreadOrder } from './render-order.ts'

const answer = await buildAnswer({ some: 'answer' }, 'quick', 'salt')
const request = (more: Partial<PictureRequest> = {}): PictureRequest => ({
  format: 'svg',
  width: 800,
  theme: 'paper',
  panel: answer,
  pack: answer,
  boundaries: answer,
  ...more
})

/** A thread that makes a picture of its order when it is let. */
function thread() {
  const waiting: (() => void)[] = []
  let made = 0
  return {
    made: () => made,
    release: () => waiting.splice(0).forEach((go) => go()),
    make: async (order: ThreadOrder) => {
      made += 1
      await new Promise<void>((resolve) => waiting.push(resolve))
      return Buffer.from(`picture ${'width' in order ? order.width : order.format}`.repeat(40))
    },
    stop: async () => undefined
  }
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 20))

describe('pictures', () => {
  it('are made once, whoever asks meanwhile and afterwards', async () => {
    const own = thread()
    const book = createPictureBook(own, { salt: 'salt' })
    const both = Promise.all([book.picture(request()).made, book.picture(request()).made])
    await settle()
    own.release()
    const [first, second] = await both
    expect(first.identity.etag).toBe(second.identity.etag)
    expect(await book.picture(request()).made).toBe(first)
    expect(own.made()).toBe(1)
  })

  it('are made one at a time, and refused where too many wait', async () => {
    const own = thread()
    const book = createPictureBook(own, { salt: 'salt', queue: 2 })
    const all = [800, 801].map((width) => book.picture(request({ width })).made)
    expect(() => book.picture(request({ width: 802 }))).toThrow(expect.objectContaining({ status: 503 }))
    await settle()
    expect(own.made()).toBe(1)
    own.release()
    await settle()
    own.release()
    expect(await Promise.all(all)).toHaveLength(2)
    const third = book.picture(request({ width: 802 })).made
    await settle()
    own.release()
    await third
  })

  it('are kept by what they are made from, no more than there is room for', async () => {
    const own = thread()
    const book = createPictureBook(own, { salt: 'salt', keptBytes: 1_000 })
    const ask = async (width: number) => {
      const picture = book.picture(request({ width })).made
      await settle()
      own.release()
      return picture
    }
    await ask(800)
    await ask(801)
    await ask(802)
    await ask(800)
    expect(own.made()).toBe(4)
    await ask(800)
    expect(own.made()).toBe(4)
  })

  it('are compressed where that helps', async () => {
    const own = thread()
    const book = createPictureBook(own, { salt: 'salt' })
    const [svg, png] = (['svg', 'png'] as const).map((format) => book.picture(request({ format })).made)
    await settle()
    own.release()
    await settle()
    own.release()
    expect([Object.keys((await svg) ?? {}).toSorted(), Object.keys((await png) ?? {})]).toEqual([['br', 'gzip', 'identity'], ['identity']])
  })

  it('and workbooks stand in the same row, each once, and are sent as they are', async () => {
    const own = thread()
    const book = createPictureBook(own, { salt: 'salt', queue: 2 })
    const ask = (metric?: string) => book.workbook({ scenes: [answer], pack: answer, address: '/', metric })
    const both = [ask().made, ask().made, book.picture(request()).made]
    expect(() => ask('st.canteens')).toThrow(expect.objectContaining({ status: 503 }))
    await settle()
    own.release()
    await settle()
    own.release()
    const [first, second] = await Promise.all(both)
    expect(own.made()).toBe(2)
    expect(first).toBe(second)
    expect(Object.keys(first ?? {})).toEqual(['identity'])
  })
})
