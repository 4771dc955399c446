import { defineConfig } from 'vitest/config'
import { mergeConfig } from 'vite'
import base from './vite.config.ts'

const node = { environment: 'node' as const, pool: 'forks' as const, setupFiles: ['tests/setup-console.ts'] }

/** How many files at a time: those that compute share the cores, those that wait for a wall, a fault or a database do not need one each. */
const [COMPUTE, WAIT] = [2, 3]

/** These look at pages that nothing moves but they themselves. */
const PAGES =
  'tests/e2e/{audit,brief,brief-pdf,embed-firefox,embed-panels,find-share,greyscale,keyboard,offline,overview,published-only,says-the-same,scenes,source-card,static-export,tablet,tablet-axe,tablet-tasks}.test.ts'

/**
 * Nothing runs beside these. They look at single frames, or at how soon all is well again (the faults are three at a time by
 * themselves), or have the fonts built of another pack, which everybody else is served too.
 */
const ALONE = ['tests/soak/whole.test.ts', 'tests/e2e/{entrance,frames,json-only,restarts}.test.ts', 'tests/faults/short.test.ts']

/** A wall that leaks is found by what it keeps, however busy the machine is. */
const LEAK = 'tests/soak/leak.test.ts'

export default mergeConfig(
  base,
  defineConfig({
    test: {
      reporters: ['default'],
      // What is waited for comes later on a busy machine, and is there at once on a quiet one.
      expect: { poll: { timeout: 10_000 } },
      projects: [
        {
          extends: true,
          test: {
            ...node,
            name: 'unit',
            include: [
              '{contract,server,scripts,src,mocks}/**/*.test.ts',
              'tests/{unit,contract,carried,conformance,audit,soak,frames,office,pictures}/**/*.test.ts',
              'tests/gallery/**/*.test.tsx'
            ],
            exclude: [...ALONE, LEAK],
            maxWorkers: COMPUTE,
            testTimeout: 120_000,
            hookTimeout: 120_000
          }
        },
        {
          extends: true,
          test: {
            ...node,
            name: 'store',
            include: ['tests/{store,model}/**/*.test.ts'],
            exclude: ['**/kills.slow.test.ts'],
            maxWorkers: WAIT,
            sequence: { groupOrder: 1 },
            testTimeout: 120_000,
            hookTimeout: 240_000
          }
        },
        {
          extends: true,
          test: {
            name: 'component',
            environment: 'jsdom',
            // Node takes its other entry, without a default export.
            server: { deps: { inline: ['@panzoom/panzoom'] } },
            include: ['tests/component/**/*.test.tsx'],
            maxWorkers: COMPUTE,
            testTimeout: 120_000,
            setupFiles: ['tests/setup-console.ts', 'tests/setup-dom.ts']
          }
        },
        {
          extends: true,
          test: {
            ...node,
            name: 'e2e',
            include: ['tests/e2e/**/*.test.ts', 'tests/faults/{proxy,canary}.test.ts', LEAK],
            exclude: [PAGES, ...ALONE],
            maxWorkers: WAIT,
            sequence: { groupOrder: 1 },
            testTimeout: 120_000,
            hookTimeout: 300_000,
            globalSetup: ['tests/e2e/build.ts']
          }
        },
        {
          extends: true,
          test: {
            ...node,
            name: 'pages',
            include: [PAGES],
            maxWorkers: COMPUTE,
            sequence: { groupOrder: 2 },
            testTimeout: 180_000,
            hookTimeout: 300_000,
            globalSetup: ['tests/e2e/build.ts']
          }
        },
        {
          extends: true,
          test: {
            ...node,
            name: 'alone',
            include: ALONE,
            fileParallelism: false,
            sequence: { groupOrder: 3 },
            testTimeout: 120_000,
            hookTimeout: 300_000,
            globalSetup: ['tests/e2e/build.ts']
          }
        }
      ]
    }
  })
)
