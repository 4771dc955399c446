import { mergeConfig } from 'vite'
import { defineConfig } from 'vitest/config'
import base from './vite.config.ts'

/** `npm run faults`: every fault in every phase of the wall, then kills by the dozen; tables go to artifacts/faults.txt and artifacts/kills.txt. */
export default mergeConfig(
  base,
  defineConfig({
    test: {
      name: 'faults',
      environment: 'node',
      pool: 'forks',
      include: ['tests/faults/whole.slow.test.ts', 'tests/restarts/restarts.slow.test.ts', 'tests/store/kills.slow.test.ts'],
      setupFiles: ['tests/setup-console.ts'],
      globalSetup: ['tests/e2e/build.ts'],
      fileParallelism: false,
      testTimeout: 900_000,
      hookTimeout: 300_000
    }
  })
)
