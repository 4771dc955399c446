import { defineConfig } from 'vitest/config'

/** `npm run faults`: kills by the dozen, minutes long; what it finds goes to artifacts/kills.txt. */
export default defineConfig({
  test: {
    name: 'faults',
    environment: 'node',
    pool: 'forks',
    include: ['tests/store/kills.slow.test.ts'],
    setupFiles: ['tests/setup-console.ts'],
    fileParallelism: false,
    testTimeout: 900_000,
    hookTimeout: 300_000
  }
})
