import { setupWorker } from 'msw/browser'
import { fixtureRepository } from './fixture-repository.ts'
import { fixtures } from './fixtures/fixtures.ts'
import { handlersFor } from './handlers.ts'

/** Serves the API in the page itself: `?mock=partial` picks the data, an unknown name the normal one. */
export async function startMocks(search: string): Promise<void> {
  const fixture = fixtures[new URLSearchParams(search).get('mock') ?? ''] ?? fixtures.normal
  if (fixture === undefined) return
  await setupWorker(...handlersFor(fixtureRepository(fixture()))).start({ onUnhandledRequest: 'bypass', quiet: true })
}
