import { expect, it, vi } from 'vitest'
import { endpoints } from '#contract/endpoints.ts'
import { createPublisher } from '#server/release/publisher.ts'
import { createRepository } from '#server/repository.ts'
import { memoryStore } from '#server/testing/memory-store.ts'
import { tinyFigure, tinyPack } from '#server/testing/tiny-pack.ts'
import { createAnswerBook } from './answer-book.ts'
import type { EndpointRequest } from './endpoint-answer.ts'

async function withBook() {
  const store = memoryStore()
  const publisher = createPublisher(store)
  await publisher.installPack(tinyPack())
  const repository = createRepository(store, { demo: true, version: '0' })
  const observations = vi.fn(repository.observations)
  return { publisher, observations, book: createAnswerBook({ ...repository, observations }, 'salt') }
}

const observationsRequest = (input: EndpointRequest['input']): EndpointRequest => {
  const endpoint = endpoints.find(({ id }) => id === 'observations')
  if (endpoint === undefined) throw new Error('no such endpoint')
  return { endpoint, input }
}

it('serves a release only once it is built', async () => {
  const { book, publisher } = await withBook()
  expect(book.release()).toBeUndefined()
  await book.turn()
  expect(book.release()).toBe(1)
  const heard: number[] = []
  book.subscribe((release) => heard.push(release))
  await publisher.publish({ note: 'a', source: 'b', observations: [tinyFigure({ obsValue: '1' })] })
  expect(book.release()).toBe(1)
  await book.turn()
  expect([book.release(), heard]).toEqual([2, [2]])
})

it('asks the repository once for what is asked twice, at the same time or later', async () => {
  const { book, observations } = await withBook()
  await book.turn()
  observations.mockClear()
  const request = () => book.answer(observationsRequest({ refArea: '330802', from: undefined }))
  const answers = [...(await Promise.all([request(), request()])), await request(), await book.answer(observationsRequest({ release: 1, refArea: '330802' }))]
  expect(new Set(answers).size).toBe(1)
  expect(observations).toHaveBeenCalledTimes(1)
  await book.answer(observationsRequest({}))
  expect(observations).toHaveBeenCalledTimes(1)
})

it('does not remember a failure', async () => {
  const { book, observations } = await withBook()
  await book.turn()
  observations.mockRejectedValueOnce(new Error('once'))
  const request = () => book.answer(observationsRequest({ refArea: '330803' }))
  await expect(request()).rejects.toThrow('once')
  await expect(request()).resolves.toBeDefined()
})

it('refuses an answer that breaks the contract', async () => {
  const { book, observations } = await withBook()
  await book.turn()
  observations.mockResolvedValueOnce({ release: 0, observations: [] })
  await expect(book.answer(observationsRequest({ refArea: '330803' }))).rejects.toThrow('observations answers against the contract')
})
