import { defineConfig } from 'vitest/config'
import { mergeConfig } from 'vite'
import base from './vite.config.ts'

const node = { environment: 'node' as const, pool: 'forks' as const, setupFiles: ['tests/setup-console.ts'] }

/** These look at pages that nothing moves but they themselves: two at a time. */
const PAGES = 'tests/e2e/{audit,find-share,greyscale,keyboard,offline,overview,published-only,scenes,source-card,tablet,tablet-axe,tablet-tasks}.test.ts'

export default mergeConfig(
  base,
  defineConfig({
    test: {
      reporters: ['default'],
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
            exclude: ['tests/soak/whole.test.ts'],
            testTimeout: 30_000,
            hookTimeout: 60_000
          }
        },
        {
          extends: true,
          test: {
            ...node,
            name: 'store',
            include: ['tests/{store,model}/**/*.test.ts'],
            exclude: ['**/kills.slow.test.ts'],
            fileParallelism: false,
            sequence: { groupOrder: 1 },
            testTimeout: 60_000,
            hookTimeout: 120_000
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
            setupFiles: ['tests/setup-console.ts', 'tests/setup-dom.ts']
          }
        },
        {
          extends: true,
          test: {
            ...node,
            name: 'e2e',
            include: ['tests/e2e/**/*.test.ts', 'tests/faults/{proxy,canary,short}.test.ts'],
            exclude: [PAGES],
            fileParallelism: false,
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
            maxWorkers: 2,
            sequence: { groupOrder: 2 },
            testTimeout: 180_000,
            hookTimeout: 300_000,
            globalSetup: ['tests/e2e/build.ts']
          }
        },
        // Alone at the end: frames are missed on a machine that is busy.
        {
          extends: true,
          test: {
            ...node,
            name: 'soak',
            include: ['tests/soak/whole.test.ts'],
            sequence: { groupOrder: 3 },
            globalSetup: ['tests/e2e/build.ts']
          }
        }
      ]
    }
  })
)
