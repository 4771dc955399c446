import { afterEach, expect, it, vi } from 'vitest'
import { request } from '#queries/request.ts'

afterEach(() => vi.unstubAllGlobals())

it('a page in place of a file is none, among exported files alone', async () => {
  const page = (): Response => new Response('<!doctype html>', { headers: { 'content-type': 'text/html; charset=utf-8' } })
  const fetched = vi.fn<typeof fetch>(() => Promise.resolve(page()))
  vi.stubGlobal('fetch', fetched)
  const asked = (): Promise<unknown> => request('scene', { id: 'zonglan', region: '999999' })
  await expect(asked()).rejects.toThrow(SyntaxError)
  vi.stubGlobal('document', { querySelector: () => ({}) })
  await expect(asked()).rejects.toMatchObject({ name: 'RequestError', status: 404 })
  expect(fetched.mock.lastCall?.[0]).toBe('/api/v1/scenes/zonglan@region=999999.json')
})
