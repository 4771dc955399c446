import { describe, expect, it } from 'vitest'
import type { Work } from './place.ts'
import { createRow } from './row.ts'
import { GivenUp } from './step.ts'

const settle = () => new Promise((resolve) => setTimeout(resolve, 5))

/** Work that goes on when it is let, looks between its steps whether it is given up, and says what it did. */
function works() {
  const done: string[] = []
  const going = new Map<string, () => void>()
  const work =
    (name: string, steps = 1): Work<string> =>
    async ({ step, signal }) => {
      for (let at = 0; at < steps; at += 1) {
        if (signal.aborted) throw new GivenUp()
        step(at, steps)
        done.push(`${name} ${at}`)
        await new Promise<void>((resolve) => going.set(name, resolve))
      }
      return name
    }
  const go = async (name: string): Promise<void> => {
    going.get(name)?.()
    await settle()
  }
  return { done, work, go }
}

describe('a row', () => {
  it('tells how many are ahead, and how far the one is that is made', async () => {
    const [row, { work, go }] = [createRow<string>(9), works()]
    const [one, two, three] = ['one', 'two', 'three'].map((name) => row.place(name, work(name, 3)))
    await settle()
    expect([one, two, three].map((place) => place?.standing())).toEqual([
      { state: 'making', done: 0, of: 3 },
      { state: 'waiting', ahead: 1 },
      { state: 'waiting', ahead: 2 }
    ])
    await go('one')
    expect(one?.standing()).toEqual({ state: 'making', done: 1, of: 3 })
    await go('one')
    await go('one')
    expect(await one?.made).toBe('one')
    expect([one, two, three].map((place) => place?.standing())).toEqual([
      { state: 'over' },
      { state: 'making', done: 0, of: 3 },
      { state: 'waiting', ahead: 1 }
    ])
  })

  it('gives up what is made once nobody wants it, and begins the next at once', async () => {
    const [row, { done, work, go }] = [createRow<string>(9), works()]
    const [one, two] = [row.place('one', work('one', 9)), row.place('two', work('two'))]
    await settle()
    one.leave()
    await go('one')
    await expect(one.made).rejects.toThrow(GivenUp)
    expect([done, two.standing()]).toEqual([['one 0', 'two 0'], { state: 'making', done: 0, of: 1 }])
  })

  it('never begins what is given up while it waits, and its place is free', async () => {
    const [row, { done, work, go }] = [createRow<string>(2), works()]
    const [one, two] = [row.place('one', work('one')), row.place('two', work('two'))]
    await settle()
    expect(() => row.place('three', work('three'))).toThrow(expect.objectContaining({ status: 503 }))
    two.leave()
    await expect(two.made).rejects.toThrow(GivenUp)
    const three = row.place('three', work('three'))
    await go('one')
    await go('three')
    expect([await one.made, await three.made, done]).toEqual(['one', 'three', ['one 0', 'three 0']])
  })

  it('makes for the others what one has left, who counts once however often they leave', async () => {
    const [row, { done, work, go }] = [createRow<string>(9), works()]
    const [first, second] = [row.place('one', work('one')), row.place('one', work('one'))]
    first.leave()
    first.leave()
    await settle()
    await go('one')
    expect([await second.made, done]).toEqual(['one', ['one 0']])
  })

  it('makes anew what is wanted again while it is being given up', async () => {
    const [row, { work, go }] = [createRow<string>(9), works()]
    const one = row.place('one', work('one', 2))
    await settle()
    one.leave()
    const again = row.place('one', work('one'))
    await go('one')
    await go('one')
    await expect(one.made).rejects.toThrow(GivenUp)
    expect(await again.made).toBe('one')
  })

  it('goes on behind work that fails, also before its first step', async () => {
    const row = createRow<string>(9)
    const broken = row.place('broken', () => {
      throw new Error('no order')
    })
    await expect(broken.made).rejects.toThrow('no order')
    expect(await row.place('sound', async () => 'made').made).toBe('made')
  })
})
