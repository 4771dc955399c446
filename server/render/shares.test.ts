import { describe, expect, it } from 'vitest'
import { createShares } from './shares.ts'

const never = (): Promise<never> => new Promise(() => undefined)

describe('shares of a queue', () => {
  it('refuses whoever has its share, and nobody else', async () => {
    const shares = createShares(2)
    void shares.within('one', never)
    void shares.within('one', never)
    await expect(shares.within('one', never)).rejects.toMatchObject({ status: 503, detail: '同一来源要的太多，请等前面的做完再试' })
    await expect(shares.within('two', async () => 7)).resolves.toBe(7)
  })

  it('gives a place back, also when making failed', async () => {
    const shares = createShares(1)
    await expect(shares.within('one', async () => 1)).resolves.toBe(1)
    await expect(shares.within('one', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
    await expect(shares.within('one', async () => 2)).resolves.toBe(2)
  })
})
