import type { WallReport } from '#contract/walls.ts'

/** What a sound wall tells, but for what the test is about. */
export const wallReport = (change: Partial<WallReport> = {}): WallReport => ({
  id: 'wall-00000001',
  name: '指挥中心',
  build: 'aaaaaaaaaaaa',
  scene: 'zonglan',
  release: 3,
  dataAt: '2022-10-26T01:27:50.000Z',
  startedAt: '2022-10-26T00:00:00.000Z',
  connection: 'live',
  width: 1920,
  height: 1080,
  pixelRatio: 2,
  heapBytes: 48_000_000,
  safe: false,
  secure: true,
  offlineReady: true,
  storage: true,
  awake: true,
  rotations: 120,
  reloads: 0,
  error: null,
  userAgent: 'Mozilla/5.0 Chrome/109.0.0.0',
  ...change
})
