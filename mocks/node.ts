import { setupServer } from 'msw/node'
import type { Snapshot } from '#contract/snapshot.ts'
import { fixtureRepository } from './fixture-repository.ts'
import { handlersFor } from './handlers.ts'

/** The same mocks for tests in Node. */
export function mockServer(snapshot: Snapshot) {
  const repository = fixtureRepository(snapshot)
  return { repository, server: setupServer(...handlersFor(repository)) }
}
